"""Believes that get_event_loop() makes a loop whenever there is none.

verdict: error
diagnosis: asyncio.get_event_loop() found no loop
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    if not jobs:
        return []
    (delay, numbers), *others = jobs
    sums = [asyncio.run(random_add(delay, numbers))]
    loop = asyncio.get_event_loop()
    for delay, numbers in others:
        sums.append(loop.run_until_complete(random_add(delay, numbers)))
    loop.close()
    return sums
