"""Each source hands an item over and waits until it has been taken."""

import asyncio


class Merge:
    def __init__(self, sources):
        self.sources, self.offers, self.tasks = sources, asyncio.Queue(), None

    def __aiter__(self):
        return self

    async def pump(self, source):
        try:
            async for item in source:
                taken = asyncio.get_running_loop().create_future()
                self.offers.put_nowait((item, taken))
                await taken
        except Exception as e:
            self.offers.put_nowait((e, None))
        else:
            self.offers.put_nowait((None, None))

    async def __anext__(self):
        if self.tasks is None:
            self.tasks = [asyncio.create_task(self.pump(s)) for s in self.sources]
            self.left = len(self.tasks)
        while self.left:
            try:
                item, taken = await self.offers.get()
            except asyncio.CancelledError:
                await self.aclose()
                raise
            if taken:
                taken.set_result(None)
                return item
            if item:
                await self.aclose()
                raise item
            self.left -= 1
        await self.aclose()
        raise StopAsyncIteration

    async def aclose(self):
        self.left = 0
        if self.tasks:
            for t in self.tasks:
                t.cancel()
            await asyncio.gather(*self.tasks, return_exceptions=True)
        else:
            self.tasks = []
        for s in self.sources:
            if hasattr(s, "aclose"):
                await s.aclose()


def merge(*sources):
    return Merge(sources)
