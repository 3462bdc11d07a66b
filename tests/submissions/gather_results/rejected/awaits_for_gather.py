"""Awaits each fetch and gives the value to gather.

verdict: error
diagnosis: the fetches were awaited one by one, and gather was given what they had brought
"""

import asyncio


async def settle(fetch, keys):
    rs = []
    for k in keys:
        try:
            rs.append(await asyncio.wait_for(fetch(k), 60))
        except Exception as e:
            rs.append(e)
    return rs


async def first_error(fetch, keys):
    return await asyncio.gather(*[await fetch(k) for k in keys])
