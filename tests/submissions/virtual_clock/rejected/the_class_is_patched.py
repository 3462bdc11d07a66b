"""Patches the time of all event loops, and leaves it.

verdict: failed
diagnosis: for everybody
"""

import asyncio
import selectors
import time


class Deadlock(RuntimeError):
    pass


class Selector(selectors.DefaultSelector):
    now = 0.0

    def select(self, timeout=None):
        if timeout is None:
            raise Deadlock(str([task.get_name() for task in asyncio.all_tasks(self.loop)]))
        self.now += timeout
        return super().select(0)


def run_virtual(coro):
    selector = Selector()
    selector.loop = loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: selector.now
    asyncio.BaseEventLoop.time = lambda self: getattr(self._selector, "now", time.monotonic())
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        return runner.run(coro), selector.now
