"""Believes that every coroutine needs an asyncio.run of its own.

verdict: failed
diagnosis: event loops were created: one is enough
"""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    return [asyncio.run(random_add(delay, numbers)) for delay, numbers in jobs]
