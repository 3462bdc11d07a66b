"""Every job is a task from the beginning, and first awaits the task before it."""

import asyncio

async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)

def run_all(jobs):
    async def main():
        previous = None
        async def after(prev, d, n):
            if prev: await prev
            return await random_add(d, n)
        tasks = []
        for d, n in jobs:
            previous = asyncio.create_task(after(previous, d, n))
            tasks.append(previous)
        return list(await asyncio.gather(*tasks))
    return asyncio.run(main())
