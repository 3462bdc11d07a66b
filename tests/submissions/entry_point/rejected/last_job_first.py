"""Takes the jobs from the end of the list, as pop() does.

verdict: failed
diagnosis: each job must begin when the one before it is done
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        left, sums = list(jobs), []
        while left:
            sums.insert(0, await random_add(*left.pop()))
        return sums

    return asyncio.run(main())
