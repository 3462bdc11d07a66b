"""Makes a set of the coroutines first: they are all different, but nobody knows in which order.

verdict: failed
diagnosis: the results are not in the order of the keys
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    return await asyncio.gather(*{fetch(key) for key in keys})
