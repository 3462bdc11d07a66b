"""Makes the loop by hand and closes it whatever happens."""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


async def main(jobs):
    return [await random_add(delay, numbers) for delay, numbers in jobs]


def run_all(jobs):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(main(jobs))
    finally:
        loop.close()
