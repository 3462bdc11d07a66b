"""asyncio.timeout, and its expired() asked inside the except."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    try:
        async with asyncio.timeout(seconds) as limit:
            return await primary()
    except TimeoutError:
        if limit.expired():
            return await fallback()
        raise
