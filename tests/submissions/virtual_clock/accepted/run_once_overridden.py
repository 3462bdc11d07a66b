"""Before each turn in which nothing is ready, the time is set to that of the next timer."""

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
    loop = SkippingLoop()
    try:
        result = loop.run_until_complete(coro)
        return result, loop.moment
    finally:
        try:
            tasks = asyncio.all_tasks(loop)
            for task in tasks:
                task.cancel()
            if tasks:
                loop.run_until_complete(asyncio.wait(tasks))
            loop.run_until_complete(loop.shutdown_asyncgens())
        finally:
            loop.close()
