"""Keeps the tasks in a dict by key, where equal keys meet.

verdict: failed
diagnosis: fetch must be called once for each item of keys
"""

import asyncio


async def settle(fetch, keys):
    tasks = {key: asyncio.create_task(fetch(key)) for key in set(keys)}
    await asyncio.gather(*tasks.values(), return_exceptions=True)
    return [tasks[key].exception() or tasks[key].result() for key in keys]


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
