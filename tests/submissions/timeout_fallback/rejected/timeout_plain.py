"""`asyncio.timeout` raises TimeoutError when the limit passes, so every TimeoutError means that.

verdict: failed
diagnosis: primary raised TimeoutError in time, and fallback was called: an error of primary is not a limit that has passed
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    try:
        async with asyncio.timeout(seconds):
            return await primary()
    except TimeoutError:
        return await fallback()
