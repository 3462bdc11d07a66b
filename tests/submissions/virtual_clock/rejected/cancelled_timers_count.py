"""Jumps to the next timer, cancelled or not.

verdict: failed
diagnosis: not at 2
"""

import asyncio


class Deadlock(RuntimeError):
    pass


class Loop(asyncio.SelectorEventLoop):
    now = 0.0

    def time(self):
        return self.now

    def _run_once(self):
        if not self._ready and not self._stopping:
            if all(timer.cancelled() for timer in self._scheduled):
                raise Deadlock(str([task.get_name() for task in asyncio.all_tasks(self)]))
            cancelled = [timer.when() for timer in self._scheduled if timer.cancelled()]
            self.now = max(self.now, self._scheduled[0].when(), *cancelled)
        super()._run_once()


def run_virtual(coro):
    with asyncio.Runner(loop_factory=Loop) as runner:
        return runner.run(coro), runner.get_loop().now
