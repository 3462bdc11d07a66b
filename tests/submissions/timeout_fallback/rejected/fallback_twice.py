"""Try fallback again when it has failed.

verdict: failed
diagnosis: fallback must be called once, also when it fails
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    try:
        async with asyncio.timeout(seconds) as limit:
            return await primary()
    except TimeoutError:
        if not limit.expired():
            raise
    try:
        return await fallback()
    except Exception:
        return await fallback()
