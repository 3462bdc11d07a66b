"""Lets time run, only faster.

verdict: failed
diagnosis: virtual time is exact, it neither ticks nor runs
"""

import asyncio
import selectors
import time

FASTER = 1000


class Deadlock(RuntimeError):
    pass


class Selector(selectors.DefaultSelector):
    def select(self, timeout=None):
        if timeout is None:
            raise Deadlock(str([task.get_name() for task in asyncio.all_tasks(self.loop)]))
        return super().select(timeout / FASTER)


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        selector = Selector()
        selector.loop = self
        super().__init__(selector)

    def time(self):
        return time.monotonic() * FASTER


def run_virtual(coro):
    with asyncio.Runner(loop_factory=Loop) as runner:
        began = runner.get_loop().time()
        return runner.run(coro), runner.get_loop().time() - began
