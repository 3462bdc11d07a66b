"""Closes the loop in the last line, which an error never reaches.

verdict: leaked
diagnosis: an event loop was left open because a job raised an error
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    loop = asyncio.new_event_loop()
    sums = [loop.run_until_complete(random_add(delay, numbers)) for delay, numbers in jobs]
    loop.close()
    return sums
