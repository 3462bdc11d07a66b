"""wait_for, and the loop's clock says whose TimeoutError it was."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    try:
        return await asyncio.wait_for(primary(), seconds)
    except TimeoutError:
        if loop.time() < end - 0.001:
            raise
    return await fallback()
