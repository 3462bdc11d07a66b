"""Believes that cancelling asyncio.wait cancels the tasks it waits for.

verdict: failed
diagnosis: settle was cancelled, but a fetch that was under way went on without it
"""

import asyncio


async def settle(fetch, keys):
    tasks = [asyncio.create_task(fetch(key)) for key in keys]
    if tasks:
        await asyncio.wait(tasks)
    return [task.exception() or task.result() for task in tasks]


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
