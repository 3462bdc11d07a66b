"""Returns what gather returns, without awaiting it.

verdict: leaked
diagnosis: what came back is not a list but something that nobody has awaited yet
"""

import asyncio


async def settle(fetch, keys):
    return asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
