"""Believes that one lock is enough: it makes one line of all keys.

verdict: deadlock
diagnosis: that key has to wait for the very load that asks for it
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.values = {}
        self.lock = asyncio.Lock()

    async def get(self, key, load):
        async with self.lock:
            if key not in self.values:
                self.values[key] = await load(key)
            return self.values[key]
