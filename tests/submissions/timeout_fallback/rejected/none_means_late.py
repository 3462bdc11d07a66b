"""No value means that there was no time.

verdict: failed
diagnosis: primary gave None in time, which is a value like any other
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    value = None
    try:
        async with asyncio.timeout(seconds) as limit:
            value = await primary()
    except TimeoutError:
        if not limit.expired():
            raise
    if value is None:
        value = await fallback()
    return value
