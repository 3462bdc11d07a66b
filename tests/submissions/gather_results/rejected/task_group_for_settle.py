"""Believes that a TaskGroup can collect errors.

verdict: error
diagnosis: settle itself raised what a fetch raised; for settle an exception is a result like another one
"""

import asyncio


async def settle(fetch, keys):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(key)) for key in keys]
    return [task.exception() or task.result() for task in tasks]


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
