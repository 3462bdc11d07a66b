"""Awaits in a generator expression.

verdict: error
diagnosis: an `await` makes a generator expression an asynchronous one
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(u)) for u in urls]
    await other_work()
    return list(await t for t in tasks)
