"""Lets the jobs queue for a lock: when one fails, the next has the lock before the group can stop it.

verdict: failed
diagnosis: a job was begun although an earlier one had failed
"""

import asyncio

async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)

def run_all(jobs):
    async def main():
        lock = asyncio.Semaphore(1)
        async def one(d, n):
            async with lock:
                return await random_add(d, n)
        results = []
        async with asyncio.TaskGroup() as tg:
            tasks = [tg.create_task(one(d, n)) for d, n in jobs]
        return [t.result() for t in tasks]
    return asyncio.run(main())
