"""The first caller loads for all, and tells them only when it goes well or fails.

verdict: deadlock
diagnosis: together with the caller that was cancelled, and nobody told those who waited for it
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.futures = {}

    async def get(self, key, load):
        if key in self.futures:
            return await asyncio.shield(self.futures[key])
        future = self.futures[key] = asyncio.get_running_loop().create_future()
        try:
            value = await load(key)
        except Exception as error:
            del self.futures[key]
            future.set_exception(error)
            future.exception()
            raise
        future.set_result(value)
        return value
