"""One Condition for all keys, which only guards the notes; nobody holds it while he loads."""

import asyncio


class SingleFlight:
    def __init__(self):
        self._values = {}
        self._busy = set()
        self._changed = asyncio.Condition()

    async def get(self, key, load):
        async with self._changed:
            await self._changed.wait_for(lambda: key in self._values or key not in self._busy)
            if key in self._values:
                return self._values[key]
            self._busy.add(key)
        try:
            self._values[key] = await load(key)
            return self._values[key]
        finally:
            self._busy.discard(key)
            async with self._changed:
                self._changed.notify_all()
