"""Swallows the cancellation.

verdict: failed
diagnosis: random_add was cancelled while it waited
"""

import asyncio


async def random_add(delay, numbers):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        pass
    return sum(numbers)


def run_all(jobs):
    async def main():
        return [await random_add(delay, numbers) for delay, numbers in jobs]

    return asyncio.run(main())
