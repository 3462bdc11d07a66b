"""One lock for each key, and a second look when it is had: who comes first loads, in his own task."""

import asyncio
from collections import defaultdict


class SingleFlight:
    def __init__(self):
        self._locks = defaultdict(asyncio.Lock)
        self._values = {}

    async def get(self, key, load):
        if key not in self._values:
            async with self._locks[key]:
                if key not in self._values:
                    self._values[key] = await load(key)
        return self._values[key]
