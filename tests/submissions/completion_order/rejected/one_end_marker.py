"""Puts one mark on the queue for the end, which the first who asks takes away.

verdict: deadlock
diagnosis: the iteration had ended, and whoever asks once more gets nothing, and waits for ever
"""

import asyncio


class Stream:
    def __init__(self, jobs):
        self.queue = asyncio.Queue()
        self.left = len(jobs)
        self.tasks = [asyncio.create_task(self.work(number, job)) for number, job in enumerate(jobs)]
        if not jobs:
            self.queue.put_nowait(None)

    async def work(self, number, job):
        try:
            outcome = await job()
        except Exception as error:
            outcome = error
        self.queue.put_nowait((number, outcome))
        self.left -= 1
        if not self.left:
            self.queue.put_nowait(None)

    def __aiter__(self):
        return self

    async def __anext__(self):
        pair = await self.queue.get()
        if pair is None:
            raise StopAsyncIteration
        return pair

    async def aclose(self):
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


def stream_results(jobs):
    return Stream(jobs)
