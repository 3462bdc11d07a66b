"""Closes the loop after the one kind of error that it has thought of.

verdict: leaked
diagnosis: an event loop was left open because a job raised an error
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    loop = asyncio.new_event_loop()
    try:
        sums = [loop.run_until_complete(random_add(*job)) for job in jobs]
    except ValueError:
        loop.close()
        raise
    loop.close()
    return sums
