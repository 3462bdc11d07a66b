"""Shields the fetches so that they go on after the first error; now nothing can cancel them any more.

verdict: failed
diagnosis: first_error was cancelled, but a fetch that was under way went on without it
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    tasks = [asyncio.create_task(fetch(key)) for key in keys]
    return await asyncio.gather(*(asyncio.shield(task) for task in tasks))
