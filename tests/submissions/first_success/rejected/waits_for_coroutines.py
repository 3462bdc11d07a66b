"""Believes that wait makes tasks of coroutines, as gather does.

verdict: leaked
diagnosis: first_success itself raised TypeError: Passing coroutines is forbidden
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    race = [attempt() for attempt in attempts]
    done, pending = await asyncio.wait(race, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for loser in pending:
        loser.cancel()
    return done.pop().result()
