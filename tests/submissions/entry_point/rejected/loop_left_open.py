"""Makes a loop by hand and leaves it.

verdict: leaked
diagnosis: an event loop was left open: whoever makes a loop by hand
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        return [await random_add(delay, numbers) for delay, numbers in jobs]

    return asyncio.new_event_loop().run_until_complete(main())
