"""Takes a false value for one that is not there.

verdict: failed
diagnosis: is a value like any other, and was loaded again
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.values = {}
        self.locks = {}

    async def get(self, key, load):
        async with self.locks.setdefault(key, asyncio.Lock()):
            return self.values.get(key) or self.values.setdefault(key, await load(key))
