"""Hands coroutines to the loop and blocks until they are done.

verdict: deadlock
diagnosis: waits by a call that blocks for something that only the event loop could do
"""

import asyncio


async def crawl(blocking_get, urls):
    loop = asyncio.get_running_loop()

    async def one(u):
        return await asyncio.to_thread(blocking_get, u)

    return [asyncio.run_coroutine_threadsafe(one(u), loop).result() for u in urls]
