"""Leaves out what failed.

verdict: failed
diagnosis: there must be one item in the list for each item of keys
"""

import asyncio


async def settle(fetch, keys):
    results = await asyncio.gather(*map(fetch, keys), return_exceptions=True)
    return [result for result in results if not isinstance(result, Exception)]


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
