"""Believes that keys which are not the empty list are some.

verdict: error
diagnosis: settle raised ValueError because there were no keys; nothing to fetch is no error
"""

import asyncio


async def settle(fetch, keys):
    if keys == []:
        return []
    tasks = [asyncio.create_task(fetch(key)) for key in keys]
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        raise
    return [task.exception() or task.result() for task in tasks]


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
