"""Believes that asyncio.wait may be asked to wait for nothing.

verdict: error
diagnosis: settle raised ValueError because there were no keys
"""

import asyncio


async def settle(fetch, keys):
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
