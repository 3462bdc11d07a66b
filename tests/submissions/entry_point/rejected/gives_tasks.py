"""Makes tasks, and gives them back as if they were the sums.

verdict: failed
diagnosis: run_all gave back tasks
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    async def main():
        return [asyncio.create_task(random_add(*job)) for job in jobs]

    return asyncio.run(main())
