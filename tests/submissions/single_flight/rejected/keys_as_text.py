"""Makes a text of each key.

verdict: failed
diagnosis: None, 0, '' and '0' are four keys
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.values = {}
        self.locks = {}

    async def get(self, key, load):
        name = str(key)
        async with self.locks.setdefault(name, asyncio.Lock()):
            if name not in self.values:
                self.values[name] = await load(key)
            return self.values[name]
