"""When the limit has expired, the CancelledError is the limit's.

verdict: failed
diagnosis: the caller was cancelled while primary was cleaning up, and fallback was called all the same
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    async with asyncio.timeout(seconds) as limit:
        try:
            return await primary()
        except asyncio.CancelledError:
            if not limit.expired():
                raise
            return await fallback()
