"""random_add adds before it waits: nobody can tell."""

import asyncio


async def random_add(delay, numbers):
    total = sum(numbers)
    await asyncio.sleep(delay)
    return total


def run_all(jobs):
    async def main():
        return [await random_add(delay, numbers) for delay, numbers in jobs]

    return asyncio.run(main())
