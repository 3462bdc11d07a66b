"""Believes that a time limit does no harm where nobody has asked for one.

verdict: error
diagnosis: first_error gave up at 10 s: nobody has said how long a fetch may take
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    async with asyncio.timeout(10):
        return await asyncio.gather(*map(fetch, keys))
