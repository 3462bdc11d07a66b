"""Believes that gather puts errors into the list by itself.

verdict: error
diagnosis: settle itself raised what a fetch raised; for settle an exception is a result like another one
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
