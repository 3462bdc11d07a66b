"""A coroutine function gives its value when it is called.

verdict: leaked
diagnosis: a coroutine function that is only called does nothing
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    try:
        async with asyncio.timeout(seconds) as limit:
            return primary()
    except TimeoutError:
        if not limit.expired():
            raise
    return fallback()
