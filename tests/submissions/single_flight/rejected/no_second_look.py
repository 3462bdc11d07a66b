"""Does not look again when the lock is had.

verdict: failed
diagnosis: waited until the load of tea was over, and then loaded once more
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.values = {}
        self.locks = {}

    async def get(self, key, load):
        if key in self.values:
            return self.values[key]
        async with self.locks.setdefault(key, asyncio.Lock()):
            self.values[key] = await load(key)
        return self.values[key]
