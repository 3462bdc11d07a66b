"""Everybody gets an appointment: one period after the one who came `rate` places earlier."""

import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.appointments = deque([float("-inf")] * rate, maxlen=rate)

    async def acquire(self):
        loop = asyncio.get_running_loop()
        start = max(loop.time(), self.appointments[0] + self.per)
        self.appointments.append(start)
        while (left := start - loop.time()) > 0:
            await asyncio.sleep(left)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
