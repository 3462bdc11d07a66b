"""Believes that a cache must not raise.

verdict: failed
diagnosis: its error did not come out of get
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
                except Exception:
                    return None
            return self.values[key]
