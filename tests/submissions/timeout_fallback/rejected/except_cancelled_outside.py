"""A timeout comes out of its block as CancelledError.

verdict: error
diagnosis: only where the block ends does it become a TimeoutError
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    try:
        async with asyncio.timeout(seconds):
            return await primary()
    except asyncio.CancelledError:
        return await fallback()
