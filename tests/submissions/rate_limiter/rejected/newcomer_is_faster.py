"""Wakes the first in line, who looks again: whoever comes in that instant takes the place.

verdict: failed
diagnosis: first come, first served
"""

import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self._free = rate
        self._per = per
        self._line = deque()

    async def acquire(self):
        while not self._free:
            turn = asyncio.get_running_loop().create_future()
            self._line.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                if self._free:
                    self._wake()
                raise
        self._free -= 1
        asyncio.get_running_loop().call_later(self._per, self._give_back)

    def _give_back(self):
        self._free += 1
        self._wake()

    def _wake(self):
        while self._line:
            turn = self._line.popleft()
            if not turn.done():
                turn.set_result(None)
                break

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
