"""A task for each start gives the place back later.

verdict: leaked
diagnosis: of the limiter still ran when nobody waited any more
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.places = asyncio.Semaphore(rate)
        self.tasks = set()

    async def give_back(self):
        await asyncio.sleep(self.per)
        self.places.release()

    async def acquire(self):
        await self.places.acquire()
        task = asyncio.create_task(self.give_back())
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
