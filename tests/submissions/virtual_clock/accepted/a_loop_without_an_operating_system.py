"""A BaseEventLoop with a selector that knows no files."""

import asyncio
import math


class Deadlock(RuntimeError):
    pass


class Nothing:
    """What a loop takes for its selector."""

    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        if timeout is None:
            raise Deadlock(str([task.get_name() for task in asyncio.all_tasks(self.loop)]))
        self.loop.seconds += timeout
        self.loop._clock_resolution = max(1e-9, math.ulp(self.loop.seconds))  # that of floats
        return ()


class BareLoop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self.seconds = 0
        self._selector = Nothing(self)

    def time(self):
        return self.seconds

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


def run_virtual(coro):
    runner = asyncio.Runner(loop_factory=BareLoop)
    with runner:
        value = runner.run(coro)
        seconds = runner.get_loop().time()
    return (value, float(seconds))
