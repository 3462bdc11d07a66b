"""Raises an error of its own.

verdict: failed
diagnosis: only the error of a load may come out, as it is
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.values = {}
        self.locks = {}

    async def get(self, key, load):
        async with self.locks.setdefault(key, asyncio.Lock()):
            if key not in self.values:
                try:
                    self.values[key] = await load(key)
                except Exception as error:
                    raise RuntimeError("cannot load") from error
            return self.values[key]
