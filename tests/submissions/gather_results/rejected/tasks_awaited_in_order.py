"""Makes tasks, then awaits them in the order of the keys: an error is seen when its turn comes.

verdict: leaked
diagnosis: it was waiting for a, and saw nothing else meanwhile
"""

import asyncio


async def settle(fetch, keys):
    return await asyncio.gather(*map(fetch, keys), return_exceptions=True)


async def first_error(fetch, keys):
    tasks = [asyncio.create_task(fetch(key)) for key in keys]
    return [await task for task in tasks]
