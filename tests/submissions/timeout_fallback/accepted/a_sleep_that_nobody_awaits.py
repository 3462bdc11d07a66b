"""A race with a sleep, which is cancelled in the end and ends by itself."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    p = asyncio.create_task(primary())
    s = asyncio.create_task(asyncio.sleep(seconds))
    try:
        await asyncio.wait({p, s}, return_when=asyncio.FIRST_COMPLETED)
        in_time = p.done()
    except asyncio.CancelledError:
        p.cancel()
        await asyncio.wait({p})
        raise
    finally:
        s.cancel()
    if in_time:
        return p.result()
    p.cancel()
    await asyncio.wait({p})
    p.cancelled() or p.exception()
    return await fallback()
