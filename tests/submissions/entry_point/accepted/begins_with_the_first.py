"""Adds the other numbers to the first one, as one does by hand."""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    if not numbers:
        return 0
    total = numbers[0]
    for number in numbers[1:]:
        total += number
    return total


async def main(jobs):
    return [await random_add(*job) for job in jobs]


def run_all(jobs):
    return asyncio.run(main(jobs))
