"""Loads again in the same get until a load works, so nobody hears of an error.

verdict: failed
diagnosis: its error did not come out of the get that began it: that get went on to the next load
"""

import asyncio
from collections import defaultdict


class SingleFlight:
    def __init__(self):
        self._values = {}
        self._locks = defaultdict(asyncio.Lock)

    async def get(self, key, load):
        async with self._locks[key]:
            while key not in self._values:
                try:
                    self._values[key] = await load(key)
                except Exception:
                    pass
        return self._values[key]
