"""Who loads does it in his own task; when he is cancelled, those who wait look again, and one of them loads."""

import asyncio


class SingleFlight:
    def __init__(self):
        self.values = {}
        self.loading = {}

    async def get(self, key, load):
        while key not in self.values:
            if key in self.loading:
                await self.loading[key].wait()
                continue
            over = self.loading[key] = asyncio.Event()
            try:
                self.values[key] = await load(key)
            finally:
                del self.loading[key]
                over.set()
        return self.values[key]
