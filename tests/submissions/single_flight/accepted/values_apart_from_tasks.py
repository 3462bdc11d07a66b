"""Finished values in one dict, loads under way in another; the load itself moves its value over."""

import asyncio


class SingleFlight:
    def __init__(self):
        self._values = {}
        self._tasks = {}

    async def _run(self, key, load):
        try:
            self._values[key] = await load(key)
        finally:
            del self._tasks[key]
        return self._values[key]

    async def get(self, key, load):
        try:
            return self._values[key]
        except KeyError:
            pass
        if key not in self._tasks:
            self._tasks[key] = asyncio.create_task(self._run(key, load))
        return await asyncio.shield(self._tasks[key])
