"""A line of futures, and a timer that lets the first of them through."""

import asyncio
from collections import deque


class RateLimiter:
    def __init__(self, rate, per):
        self.rate = rate
        self.per = per
        self.line = deque()
        self.starts = deque(maxlen=rate)
        self.timer = None

    async def acquire(self):
        turn = asyncio.get_running_loop().create_future()
        self.line.append(turn)
        self.serve()
        await turn

    def serve(self):
        loop = asyncio.get_running_loop()
        if self.timer is not None:
            self.timer.cancel()
        while self.line:
            if len(self.starts) == self.rate and (due := self.starts[0] + self.per) > loop.time():
                self.timer = loop.call_at(due, self.serve)
                return
            turn = self.line.popleft()
            if not turn.done():
                self.starts.append(loop.time())
                turn.set_result(None)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
