"""Keeps the latest start of each task, so a task that comes again takes its earlier start away.

verdict: failed
diagnosis: each of them counts, whoever asks
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self._rate = rate
        self._per = per
        self._starts = {}
        self._line = asyncio.Lock()

    async def acquire(self):
        loop = asyncio.get_running_loop()
        async with self._line:
            recent = sorted(at for at in self._starts.values() if at > loop.time() - self._per)
            if len(recent) >= self._rate:
                await asyncio.sleep(recent[-self._rate] + self._per - loop.time())
            self._starts[asyncio.current_task()] = loop.time()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
