"""Makes everybody wait for whoever came before him, and passes a cancellation on along the chain.

verdict: failed
diagnosis: was still under way: it had been forgotten
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.values = {}
        self.last = {}

    async def get(self, key, load):
        before = self.last.get(key)
        mine = self.last[key] = asyncio.get_running_loop().create_future()
        try:
            if before is not None:
                await before
            if key not in self.values:
                self.values[key] = await load(key)
            return self.values[key]
        finally:
            if not mine.done():
                mine.set_result(None)
