"""Looks at the timers itself and sets the time exactly; a watchdog cancels main at a deadlock."""

import asyncio
import math


class Deadlock(RuntimeError):
    """Everybody waits."""


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.clock = 0.0
        self.deadlocked = None
        self.main = None
        wait = self._selector.select

        def select(timeout):
            events = wait(0)
            if events or timeout == 0:
                return events
            if timeout is None:
                self.deadlocked = ", ".join(task.get_name() for task in asyncio.all_tasks(self))
                if not self.main.cancel():
                    raise Deadlock(self.deadlocked)
            else:
                self.clock = max(self.clock, self._scheduled[0].when())
                self._clock_resolution = max(1e-9, math.ulp(self.clock))  # that of floats
            return []

        self._selector.select = select

    def time(self):
        return self.clock


def run_virtual(coro):
    with asyncio.Runner(loop_factory=Loop) as runner:
        loop = runner.get_loop()

        async def main():
            loop.main = asyncio.current_task()
            return await coro

        try:
            result = runner.run(main())
        except asyncio.CancelledError:
            if loop.deadlocked is None:
                raise
            raise Deadlock(loop.deadlocked) from None
        return result, loop.time()
