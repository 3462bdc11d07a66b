"""Believes that nobody closes a stream twice.

verdict: error
diagnosis: the stream had been closed, and a second aclose() gives AttributeError
"""

import asyncio


class Stream:
    def __init__(self, jobs):
        self.queue = asyncio.Queue()
        self.left = len(jobs)
        self.tasks = [asyncio.create_task(self.work(number, job)) for number, job in enumerate(jobs)]

    async def work(self, number, job):
        try:
            outcome = await job()
        except Exception as error:
            outcome = error
        self.queue.put_nowait((number, outcome))

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return await self.queue.get()

    async def aclose(self):
        tasks = self.tasks
        del self.tasks
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def stream_results(jobs):
    return Stream(jobs)
