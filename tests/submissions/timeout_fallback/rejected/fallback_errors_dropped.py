"""When fallback fails there is just no value.

verdict: failed
diagnosis: no exception reached the caller of with_fallback
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
        return None
