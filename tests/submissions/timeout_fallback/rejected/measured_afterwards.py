"""A limit is checked when the job is over.

verdict: failed
diagnosis: its time must end at 1 s, not be measured later
"""

import time


async def with_fallback(primary, fallback, seconds):
    started = time.monotonic()
    value = await primary()
    if time.monotonic() - started > seconds:
        return await fallback()
    return value
