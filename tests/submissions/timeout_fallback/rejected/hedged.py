"""Start both, and take primary's value if it is there in time.

verdict: failed
diagnosis: primary was over in time: it is called once, and fallback not at all
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    first, second = asyncio.create_task(primary()), asyncio.create_task(fallback())
    try:
        await asyncio.wait({first}, timeout=seconds)
        if first.done():
            return first.result()
        return await second
    finally:
        first.cancel()
        second.cancel()
        await asyncio.wait({first, second})
