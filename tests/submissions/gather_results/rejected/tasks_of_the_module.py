"""Believes that there is one call at a time: the tasks are kept in a list of the module.

verdict: failed
diagnosis: two calls of first_error at the same time got into one another; each has fetches of its own
"""

import asyncio

TASKS = []


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    TASKS[:] = [asyncio.create_task(fetch(key)) for key in keys]
    await asyncio.gather(*TASKS)
    return [task.result() for task in TASKS]
