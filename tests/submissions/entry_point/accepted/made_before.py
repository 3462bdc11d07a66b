"""Makes all the coroutine objects first, and awaits them one by one."""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    works = [random_add(delay, numbers) for delay, numbers in jobs]

    async def main():
        return [await work for work in works]

    return asyncio.run(main())
