"""Believes that fetch(key) fetches.

verdict: leaked
diagnosis: the list holds coroutine objects: fetch(key) alone fetches nothing, somebody must run it
"""

import asyncio


async def settle(fetch, keys):
    return [fetch(key) for key in keys]


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
