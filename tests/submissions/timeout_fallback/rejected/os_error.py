"""OSError is not a timeout, so it may share the except.

verdict: failed
diagnosis: an error of primary is not a limit that has passed
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    try:
        async with asyncio.timeout(seconds) as limit:
            return await primary()
    except TimeoutError:
        if not limit.expired():
            raise
    except OSError:
        pass
    return await fallback()
