"""Puts the text of the error into the list.

verdict: failed
diagnosis: in the place of a failed fetch stands something else than the exception that it raised
"""

import asyncio


async def settle(fetch, keys):
    results = await asyncio.gather(*map(fetch, keys), return_exceptions=True)
    return [str(result) if isinstance(result, Exception) else result for result in results]


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
