"""Lets a task that is in a block of the limiter enter another one at once.

verdict: failed
diagnosis: each of them counts, whoever asks
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self._gap = per / rate
        self._next = 0.0
        self._inside = set()

    async def acquire(self):
        now = asyncio.get_running_loop().time()
        at = max(now, self._next)
        self._next = at + self._gap
        if at > now:
            await asyncio.sleep(at - now)

    async def __aenter__(self):
        task = asyncio.current_task()
        if task not in self._inside:
            await self.acquire()
        self._inside.add(task)

    async def __aexit__(self, *exc):
        self._inside.discard(asyncio.current_task())
