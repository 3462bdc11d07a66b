"""The limit is for both of them.

verdict: error
diagnosis: the limit is for primary, not for fallback
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    try:
        async with asyncio.timeout(seconds) as limit:
            return await primary()
    except TimeoutError:
        if not limit.expired():
            raise
    return await asyncio.wait_for(fallback(), seconds)
