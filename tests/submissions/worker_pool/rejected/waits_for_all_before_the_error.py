"""Collects the errors like results and looks at them at the end.

verdict: failed
diagnosis: the error of c must come out at 0.6, and came out at
"""

import asyncio


async def map_pool(func, items, workers):
    line = enumerate(items)
    results = {}

    async def worker():
        for number, item in line:
            results[number] = await func(item)

    outcomes = await asyncio.gather(*(worker() for _ in range(workers)), return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
    return [results[number] for number in sorted(results)]
