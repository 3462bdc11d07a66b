"""Believes that a loop ends when it has nothing left to do.

verdict: deadlock
diagnosis: the event loop runs for ever although all jobs are done
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    sums = []

    async def main():
        for job in jobs:
            sums.append(await random_add(*job))

    loop = asyncio.new_event_loop()
    task = loop.create_task(main())
    loop.run_forever()
    loop.close()
    return sums
