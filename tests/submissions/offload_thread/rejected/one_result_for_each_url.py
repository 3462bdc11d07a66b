"""Calls twice for a url that stands there twice, and keeps one result.

verdict: failed
diagnosis: each call has a result of its own
"""

import asyncio


async def crawl(blocking_get, urls):
    once = {u: asyncio.create_task(asyncio.to_thread(blocking_get, u)) for u in urls}
    return [await once[u] for u in urls]
