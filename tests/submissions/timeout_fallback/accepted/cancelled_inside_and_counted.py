"""except CancelledError inside the block, with the requests counted."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    me = asyncio.current_task()
    before = me.cancelling()
    async with asyncio.timeout(seconds) as limit:
        try:
            return await primary()
        except asyncio.CancelledError:
            if not limit.expired() or me.cancelling() > before + 1:
                raise
    return await fallback()
