"""Believes that the race of asyncio.staggered waits for its tasks when it is cancelled.

verdict: leaked
diagnosis: staggered_race was cancelled
"""

from asyncio import staggered


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    value, winner, errors = await staggered.staggered_race(attempts, delay)
    if winner is None:
        raise ExceptionGroup("all failed", errors)
    return value
