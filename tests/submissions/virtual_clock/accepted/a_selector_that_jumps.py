"""A selector of its own moves the time of the loop."""

import asyncio
import math
import selectors


class Deadlock(RuntimeError):
    pass


class Selector(selectors.DefaultSelector):
    def select(self, timeout=None):
        loop = self.loop
        if timeout is None:
            names = [task.get_name() for task in asyncio.all_tasks(loop)]
            raise Deadlock(f"these tasks wait for ever: {names}")
        loop.now += max(timeout, 0)
        loop._clock_resolution = max(1e-9, math.ulp(loop.now))  # that of floats
        return super().select(0)


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.now = 0.0
        selector = Selector()
        selector.loop = self
        super().__init__(selector)

    def time(self):
        return self.now


def run_virtual(coro):
    with asyncio.Runner(loop_factory=Loop) as runner:
        result = runner.run(coro)
        return result, runner.get_loop().now
