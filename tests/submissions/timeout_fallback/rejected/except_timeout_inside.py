"""The TimeoutError is raised inside the timeout block.

verdict: error
diagnosis: inside the timeout block a limit that has passed is a CancelledError
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    async with asyncio.timeout(seconds):
        try:
            return await primary()
        except TimeoutError:
            return await fallback()
