"""Cancels the other fetches when one has failed.

verdict: failed
diagnosis: a never finished: it was cancelled when b failed
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    tasks = [asyncio.create_task(fetch(key)) for key in keys]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
