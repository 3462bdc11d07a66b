"""Gives up on an attempt when its head start is over, but not on the last.

verdict: failed
diagnosis: the delay is a head start, and not a limit
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    errors = []
    for attempt in attempts:
        try:
            async with asyncio.timeout(None if attempt is attempts[-1] else delay):
                return await attempt()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("all failed", errors)
