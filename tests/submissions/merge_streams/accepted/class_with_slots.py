"""An iterator class: each reading task has one slot, and an event tells when something changed."""

import asyncio
from collections import deque


class Merged:
    def __init__(self, sources):
        self._sources = sources
        self._tasks = None
        self._slots = deque()
        self._changed = asyncio.Event()
        self._over = False

    def __aiter__(self):
        return self

    async def _read(self, source):
        taken = asyncio.Event()
        async for item in source:
            taken.clear()
            self._slots.append((item, taken))
            self._changed.set()
            await taken.wait()

    async def __anext__(self):
        if self._over:
            raise StopAsyncIteration
        if self._tasks is None:
            self._tasks = [asyncio.create_task(self._read(source)) for source in self._sources]
            for task in self._tasks:
                task.add_done_callback(lambda _: self._changed.set())
        try:
            while not self._slots:
                for task in self._tasks:
                    if task.done():
                        task.result()
                if all(task.done() for task in self._tasks):
                    await self.aclose()
                    raise StopAsyncIteration
                self._changed.clear()
                await self._changed.wait()
        except BaseException:
            await self.aclose()
            raise
        item, taken = self._slots.popleft()
        taken.set()
        return item

    async def aclose(self):
        if self._over:
            return
        self._over = True
        for task in self._tasks or ():
            task.cancel()
        if self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        for source in self._sources:
            if hasattr(source, "aclose"):
                await source.aclose()


def merge(*sources):
    return Merged(sources)
