"""`wait_for` raises TimeoutError when the limit passes, so every TimeoutError means that.

verdict: failed
diagnosis: primary raised TimeoutError in time, and fallback was called
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    try:
        return await asyncio.wait_for(primary(), seconds)
    except TimeoutError:
        return await fallback()
