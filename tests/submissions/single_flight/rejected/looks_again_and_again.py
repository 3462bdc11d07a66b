"""Looks every 20 ms whether the value is there.

verdict: failed
diagnosis: looked again and again
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.values = {}
        self.busy = set()

    async def get(self, key, load):
        while key in self.busy:
            await asyncio.sleep(0.02)
        if key not in self.values:
            self.busy.add(key)
            try:
                self.values[key] = await load(key)
            finally:
                self.busy.discard(key)
        return self.values[key]
