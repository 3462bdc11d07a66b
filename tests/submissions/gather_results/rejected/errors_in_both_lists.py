"""Uses return_exceptions=True for both, so that nobody is bothered by errors.

verdict: failed
diagnosis: b failed, but first_error returned as if nothing had happened
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)
