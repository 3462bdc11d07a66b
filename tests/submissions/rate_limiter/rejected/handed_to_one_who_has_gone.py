"""Hands a place to one who is cancelled at the same moment.

verdict: deadlock
diagnosis: what it held, or was to hand on, was lost with it
"""

import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.free, self.per, self.line = rate, per, deque()

    async def acquire(self):
        loop = asyncio.get_running_loop()
        if self.free:
            self.free -= 1
        else:
            turn = loop.create_future()
            self.line.append(turn)
            await turn
        loop.call_later(self.per, self.back)

    def back(self):
        while self.line:
            turn = self.line.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
