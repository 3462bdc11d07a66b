"""A TimeoutError with a CancelledError as its cause is the limit's.

verdict: failed
diagnosis: a time limit inside primary had passed, which raised a TimeoutError; with_fallback took it for its own limit
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    try:
        return await asyncio.wait_for(primary(), seconds)
    except TimeoutError as error:
        if not isinstance(error.__cause__, asyncio.CancelledError):
            raise
    return await fallback()
