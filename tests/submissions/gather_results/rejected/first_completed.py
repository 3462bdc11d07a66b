"""Looks only at the fetch that ends first, and awaits the others in their order.

verdict: failed
diagnosis: it was waiting for a, and saw nothing else meanwhile
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    tasks = [asyncio.create_task(fetch(key)) for key in keys]
    for task in tasks:
        task.add_done_callback(lambda task: task.cancelled() or task.exception())
    try:
        if tasks:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        return [await task for task in tasks]
    finally:
        if asyncio.current_task().cancelling():
            for task in tasks:
                task.cancel()
