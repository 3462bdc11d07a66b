"""Waits until one has failed before the next begins.

verdict: failed
diagnosis: was due at
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    errors = []
    for attempt in attempts:
        try:
            return await attempt()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("all failed", errors)
