"""Waits for the first exception and forgets the tasks that fail later.

verdict: leaked
diagnosis: a second fetch failed too, and nobody looked at its exception: asyncio complains
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    tasks = [asyncio.create_task(fetch(key)) for key in keys]
    if not tasks:
        return []
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        raise
    for task in done:
        task.result()
    return [task.result() for task in tasks]
