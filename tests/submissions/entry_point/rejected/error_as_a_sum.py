"""Believes that an error belongs into the list.

verdict: failed
diagnosis: a job failed, but run_all raised nothing
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        sums = []
        for delay, numbers in jobs:
            try:
                sums.append(await random_add(delay, numbers))
            except Exception as error:
                sums.append(error)
        return sums

    return asyncio.run(main())
