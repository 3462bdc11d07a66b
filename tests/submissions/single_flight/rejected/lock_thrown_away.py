"""Throws the lock of a key away when a load is over, while others still stand in its line.

verdict: failed
diagnosis: was still under way: it had been forgotten
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.values = {}
        self.locks = {}

    async def get(self, key, load):
        if key in self.values:
            return self.values[key]
        lock = self.locks.setdefault(key, asyncio.Lock())
        async with lock:
            try:
                if key not in self.values:
                    self.values[key] = await load(key)
                return self.values[key]
            finally:
                self.locks.pop(key, None)
