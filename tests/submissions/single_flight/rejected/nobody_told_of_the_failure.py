"""The first caller loads for all, and those who wait are told of a value only.

verdict: deadlock
diagnosis: and nobody told those who waited for it
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.values = {}
        self.events = {}

    async def get(self, key, load):
        while key not in self.values:
            if key in self.events:
                await self.events[key].wait()
                continue
            event = self.events[key] = asyncio.Event()
            try:
                self.values[key] = await asyncio.shield(asyncio.ensure_future(load(key)))
            except Exception:
                del self.events[key]
                raise
            event.set()
        return self.values[key]
