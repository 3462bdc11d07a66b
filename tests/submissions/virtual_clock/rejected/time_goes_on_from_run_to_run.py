"""Keeps the time in the class.

verdict: failed
diagnosis: each run_virtual begins anew
"""

import asyncio
import selectors


class Deadlock(RuntimeError):
    pass


class Selector(selectors.DefaultSelector):
    def select(self, timeout=None):
        loop = self.loop
        if timeout is None:
            names = [task.get_name() for task in asyncio.all_tasks(loop)]
            raise Deadlock(f"these tasks wait for ever: {names}")
        loop.clock[0] += max(timeout, 0)
        return super().select(0)


class Loop(asyncio.SelectorEventLoop):
    clock = [0.0]  # noqa: RUF012

    def __init__(self):
        selector = Selector()
        selector.loop = self
        super().__init__(selector)

    def time(self):
        return self.clock[0]


def run_virtual(coro):
    with asyncio.Runner(loop_factory=Loop) as runner:
        result = runner.run(coro)
        return result, runner.get_loop().time()
