"""The load gives an outcome and never raises; each caller takes the value or the error out of it."""

import asyncio


class SingleFlight:
    def __init__(self):
        self._flights = {}

    async def _outcome(self, key, load):
        try:
            return await load(key), None
        except Exception as error:
            del self._flights[key]
            return None, error

    async def get(self, key, load):
        if key not in self._flights:
            self._flights[key] = asyncio.create_task(self._outcome(key, load))
        value, error = await asyncio.shield(self._flights[key])
        if error is not None:
            raise error
        return value
