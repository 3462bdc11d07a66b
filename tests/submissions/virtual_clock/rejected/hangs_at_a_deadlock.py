"""Waits for the operating system when there is no timer.

verdict: deadlock
diagnosis: that is a Deadlock, and must be raised
"""

import asyncio


class Deadlock(RuntimeError):
    pass


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.now = 0.0
        select = self._selector.select

        def jump(timeout=None):
            if timeout is None:
                return select(None)
            self.now += timeout
            return select(0)

        self._selector.select = jump

    def time(self):
        return self.now


def run_virtual(coro):
    with asyncio.Runner(loop_factory=Loop) as runner:
        return runner.run(coro), runner.get_loop().now
