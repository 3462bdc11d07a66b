"""Believes that a call inside a coroutine function runs the coroutine.

verdict: leaked
diagnosis: run_all gave back coroutine objects
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        return [random_add(delay, numbers) for delay, numbers in jobs]

    return asyncio.run(main())
