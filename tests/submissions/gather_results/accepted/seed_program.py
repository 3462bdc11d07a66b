"""The two examples of the beginners' article: gather with return_exceptions=True, and gather as it is."""

import asyncio


async def settle(fetch, keys):
    tasks = []
    for key in keys:
        tasks.append(asyncio.ensure_future(fetch(key)))
    results = await asyncio.gather(*tasks, return_exceptions=True)
    return results


async def first_error(fetch, keys):
    tasks = []
    for key in keys:
        tasks.append(asyncio.ensure_future(fetch(key)))
    results = await asyncio.gather(*tasks)
    return results
