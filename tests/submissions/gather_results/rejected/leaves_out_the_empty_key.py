"""Believes that an empty key is no key.

verdict: failed
diagnosis: fetch must be called once for each item of keys
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*(fetch(key) for key in keys if key), return_exceptions=True)


async def first_error(fetch, keys):
    return await asyncio.gather(*(fetch(key) for key in keys if key))
