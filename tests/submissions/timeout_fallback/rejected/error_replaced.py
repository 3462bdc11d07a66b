"""A new TimeoutError says it as well.

verdict: failed
diagnosis: another exception came out of with_fallback in its place: TimeoutError
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    try:
        async with asyncio.timeout(seconds) as limit:
            return await primary()
    except TimeoutError:
        if not limit.expired():
            raise TimeoutError("primary has timed out") from None
    return await fallback()
