"""Starts a second event loop in the first.

verdict: error
diagnosis: asyncio.run() cannot be called from a running event loop
"""

import asyncio


async def crawl(blocking_get, urls):
    return [asyncio.run(asyncio.to_thread(blocking_get, url)) for url in urls]
