"""A lock for each key, which is thrown away when nobody uses it any more."""

import asyncio
import contextlib


class Entry:
    def __init__(self):
        self.users, self.lock, self.value = 0, asyncio.Lock(), []


class SingleFlight:
    def __init__(self):
        self.entries, self.values = {}, {}

    @contextlib.asynccontextmanager
    async def entry(self, key):
        e = self.entries.setdefault(key, Entry())
        e.users += 1
        try:
            async with e.lock:
                yield e
        finally:
            e.users -= 1
            if not e.users:
                del self.entries[key]

    async def get(self, key, load):
        if key in self.values:
            return self.values[key]
        async with self.entry(key):
            if key not in self.values:
                self.values[key] = await load(key)
            return self.values[key]
