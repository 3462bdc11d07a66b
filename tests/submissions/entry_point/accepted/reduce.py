"""Adds with functools.reduce, which needs no addition for a single number."""

import asyncio
import functools
import operator


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return functools.reduce(operator.add, numbers) if numbers else 0


async def main(jobs):
    return [await random_add(*job) for job in jobs]


def run_all(jobs):
    return asyncio.run(main(jobs))
