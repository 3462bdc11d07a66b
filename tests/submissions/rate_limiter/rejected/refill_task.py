"""A task of the limiter lets one after the other through, for ever.

verdict: leaked
diagnosis: a task of the limiter still ran when nobody waited any more at line
"""

import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.interval = per / rate
        self.line = asyncio.Queue()
        self.task = asyncio.create_task(self.serve())

    async def serve(self):
        while True:
            turn = await self.line.get()
            if not turn.done():
                turn.set_result(None)
                await asyncio.sleep(self.interval)

    async def acquire(self):
        turn = asyncio.get_running_loop().create_future()
        self.line.put_nowait(turn)
        await turn

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        pass
