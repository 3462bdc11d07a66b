"""`or` chooses between two values.

verdict: failed
diagnosis: which is a value like any other
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    value = None
    try:
        async with asyncio.timeout(seconds) as limit:
            value = await primary()
            if value is None:
                return value
    except TimeoutError:
        if not limit.expired():
            raise
    return value or await fallback()
