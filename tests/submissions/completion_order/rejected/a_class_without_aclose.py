"""Forgets aclose().

verdict: error
diagnosis: has aclose()
"""

import asyncio


class Stream:
    def __init__(self, jobs):
        self.queue = asyncio.Queue()
        self.left = len(jobs)
        self.tasks = [asyncio.create_task(self.run(number, job)) for number, job in enumerate(jobs)]

    async def run(self, number, job):
        try:
            self.queue.put_nowait((number, await job()))
        except Exception as error:
            self.queue.put_nowait((number, error))

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return await self.queue.get()


def stream_results(jobs):
    return Stream(jobs)
