"""Takes None for a value that is not there.

verdict: failed
diagnosis: None is a value like any other, and was loaded again
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.values = {}
        self.locks = {}

    async def get(self, key, load):
        async with self.locks.setdefault(key, asyncio.Lock()):
            if self.values.get(key) is None:
                self.values[key] = await load(key)
            return self.values[key]
