"""Keeps the values in the module.

verdict: failed
diagnosis: knew what was asked of another one
"""

import asyncio

VALUES, LOCKS = {}, {}


class SingleFlight:
    async def get(self, key, load):
        async with LOCKS.setdefault(key, asyncio.Lock()):
            if key not in VALUES:
                VALUES[key] = await load(key)
            return VALUES[key]
