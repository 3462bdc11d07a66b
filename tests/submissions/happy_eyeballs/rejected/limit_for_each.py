"""Gives up on an attempt when its head start is over.

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
            return await asyncio.wait_for(attempt(), delay)
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("all failed", errors)
