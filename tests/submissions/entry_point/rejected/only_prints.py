"""Prints the sums, and gives nothing back.

verdict: failed
diagnosis: run_all gave back nothing
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        for delay, numbers in jobs:
            print(f"Sum({numbers}) = {await random_add(delay, numbers)}")

    asyncio.run(main())
