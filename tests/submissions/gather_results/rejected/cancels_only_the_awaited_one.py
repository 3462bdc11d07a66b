"""Believes that cancelling the caller reaches all the tasks that it has made.

verdict: failed
diagnosis: settle was cancelled, but a fetch that was under way went on without it
"""

import asyncio


async def settle(fetch, keys):
    tasks = [asyncio.create_task(fetch(key)) for key in keys]
    results = []
    for task in tasks:
        try:
            results.append(await task)
        except Exception as error:
            results.append(error)
    return results


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
