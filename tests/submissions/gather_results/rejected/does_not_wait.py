"""Believes that tasks are over as soon as they are made.

verdict: error
diagnosis: settle asked for the result of a fetch that was not over yet
"""

import asyncio


async def settle(fetch, keys):
    tasks = [asyncio.create_task(fetch(key)) for key in keys]
    await asyncio.sleep(0)
    return [task.exception() or task.result() for task in tasks]


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
