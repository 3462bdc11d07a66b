"""Whatever goes wrong with primary, there is fallback.

verdict: failed
diagnosis: an error of primary is not a limit that has passed
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    try:
        return await asyncio.wait_for(primary(), seconds)
    except Exception:
        return await fallback()
