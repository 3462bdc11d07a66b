"""Raises an error of its own, from the one that the fetch raised.

verdict: failed
diagnosis: first_error must raise the very exception that b raised
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    try:
        return await asyncio.gather(*map(fetch, keys))
    except Exception as error:
        raise RuntimeError("a fetch failed") from error
