"""Believes that a list given as a default is made anew for each call.

verdict: failed
diagnosis: something was left over from the first call
"""

import asyncio


async def settle(fetch, keys, tasks=[]):
    for k in keys:
        tasks.append(asyncio.create_task(fetch(k)))
    return await asyncio.gather(*tasks, return_exceptions=True)


async def first_error(fetch, keys, tasks=[]):
    for k in keys:
        tasks.append(asyncio.create_task(fetch(k)))
    return await asyncio.gather(*tasks)
