"""A CancelledError in the block can only come from the limit.

verdict: failed
diagnosis: fallback was called: not every CancelledError means that the limit has passed
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    async with asyncio.timeout(seconds):
        try:
            return await primary()
        except asyncio.CancelledError:
            return await fallback()
