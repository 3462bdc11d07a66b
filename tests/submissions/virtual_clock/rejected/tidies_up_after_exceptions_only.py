"""Expects no exception but those of the class Exception.

verdict: failed
diagnosis: a task that is left when coro ends must be cancelled
"""

import asyncio
import math


class Deadlock(RuntimeError):
    pass


class SkippingLoop(asyncio.SelectorEventLoop):
    moment = 0.0

    def time(self):
        return self.moment

    def _run_once(self):
        if not self._ready:
            timers = [timer.when() for timer in self._scheduled if not timer.cancelled()]
            if timers:
                self.moment = max(self.moment, min(timers))
                self._clock_resolution = max(1e-9, math.ulp(self.moment))  # that of floats
            elif not self._stopping:
                waiting = sorted(task.get_name() for task in asyncio.all_tasks(self))
                raise Deadlock("waiting: " + " ".join(waiting))
        super()._run_once()


def run_virtual(coro):
    runner = asyncio.Runner(loop_factory=SkippingLoop)
    try:
        result = runner.run(coro), runner.get_loop().time()
    except Exception:
        runner.close()
        raise
    runner.close()
    return result
