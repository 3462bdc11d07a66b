"""Believes that whoever is cancelled should return something harmless.

verdict: failed
diagnosis: CancelledError did not come out of it: a cancellation is not one of the errors
"""

import asyncio


async def settle(fetch, keys):
    try:
        return await asyncio.gather(*map(fetch, keys), return_exceptions=True)
    except asyncio.CancelledError:
        return []


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
