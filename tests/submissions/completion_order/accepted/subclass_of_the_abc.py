"""A subclass of collections.abc.AsyncGenerator, whose aclose() throws GeneratorExit into it."""

import asyncio
from collections.abc import AsyncGenerator


class Stream(AsyncGenerator):
    def __init__(self, jobs):
        self.jobs = jobs
        self.tasks = None

    def start(self):
        if self.tasks is None:
            self.tasks = {asyncio.ensure_future(job()): n for n, job in enumerate(self.jobs)}
            self.left = set(self.tasks)

    async def asend(self, value):
        self.start()
        if not self.left:
            raise StopAsyncIteration
        done, _ = await asyncio.wait(self.left, return_when="FIRST_COMPLETED")
        task = done.pop()
        self.left.discard(task)
        return self.tasks[task], task.exception() or task.result()

    async def athrow(self, typ, val=None, tb=None):
        for task in self.tasks or ():
            task.cancel()
        if self.tasks:
            await asyncio.gather(*self.tasks, return_exceptions=True)
            self.left = set()
        raise typ


def stream_results(jobs):
    return Stream(jobs)
