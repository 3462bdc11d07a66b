"""Waits for everything with return_exceptions=True, and then raises the first error in the list.

verdict: failed
diagnosis: it waited until every fetch was over before it looked for an error
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    results = await asyncio.gather(*map(fetch, keys), return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results
