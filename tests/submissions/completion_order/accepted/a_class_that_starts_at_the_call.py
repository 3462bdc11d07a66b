"""A class: the jobs begin when stream_results is called, and a deque and an event hold what is over."""

import asyncio
from collections import deque


class Stream:
    def __init__(self, jobs):
        self._ready = deque()
        self._more = asyncio.Event()
        self._left = len(jobs)
        self._tasks = [asyncio.create_task(self._run(number, job)) for number, job in enumerate(jobs)]

    async def _run(self, number, job):
        try:
            outcome = await job()
        except Exception as error:
            outcome = error
        self._ready.append((number, outcome))
        self._more.set()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self._left == 0:
            raise StopAsyncIteration
        while not self._ready:
            self._more.clear()
            await self._more.wait()
        self._left -= 1
        return self._ready.popleft()

    async def aclose(self):
        self._left = 0
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            await asyncio.wait([task])


def stream_results(jobs):
    return Stream(jobs)
