"""Makes the loop when the file is loaded, and closes it in the first call.

verdict: error
diagnosis: the loop of an earlier call is closed for good
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


loop = asyncio.new_event_loop()


def run_all(jobs):
    try:
        return [loop.run_until_complete(random_add(delay, numbers)) for delay, numbers in jobs]
    finally:
        loop.close()
