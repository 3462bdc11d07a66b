"""Raises the error when all the others are done.

verdict: failed
diagnosis: a job was begun although an earlier one had failed
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        sums, failure = [], None
        for job in jobs:
            try:
                sums.append(await random_add(*job))
            except Exception as error:
                failure = error
        if failure:
            raise failure
        return sums

    return asyncio.run(main())
