"""Its pairs are named tuples, and callbacks note who has ended."""

import asyncio
from typing import Any, NamedTuple

class Pair(NamedTuple):
    number: int
    outcome: Any

class Stream:
    def __init__(self, jobs):
        self.gen = self._gen(list(jobs))
    def __aiter__(self):
        return self
    def __anext__(self):
        return self.gen.__anext__()
    def aclose(self):
        return self.gen.aclose()
    async def _gen(self, jobs):
        loop = asyncio.get_running_loop()
        done = []
        wake = None
        def ended(task):
            done.append(task)
            if wake and not wake.done():
                wake.set_result(True)
        order = {}
        for number, job in enumerate(jobs):
            t = loop.create_task(job(), name=str(number))
            t.add_done_callback(ended)
            order[t] = number
        try:
            for _ in jobs:
                if not done:
                    wake = loop.create_future()
                    await wake
                t = done.pop(0)
                number = order.pop(t)
                if t.exception() is not None:
                    yield Pair(number, t.exception())
                else:
                    yield Pair(number, t.result())
        finally:
            for t in order:
                t.cancel(msg="nobody wants it")
            for t in order:
                while not t.done():
                    await asyncio.wait({t})
                if not t.cancelled():
                    t.exception()

stream_results = lambda jobs: Stream(jobs)
