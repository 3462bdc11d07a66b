"""Keeps the CancelledError that is meant for crawl itself.

verdict: failed
diagnosis: crawl was cancelled, but the cancellation did not come out of it
"""

import asyncio


async def crawl(blocking_get, urls):
    calls = [asyncio.ensure_future(asyncio.to_thread(blocking_get, url)) for url in urls]
    try:
        return await asyncio.gather(*calls)
    except asyncio.CancelledError:
        return []
