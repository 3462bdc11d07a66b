"""Believes that to_thread starts something when it is called.

verdict: leaked
diagnosis: crawl came back and blocking_get had not been called for every url
"""

import asyncio


async def crawl(blocking_get, urls):
    return [asyncio.to_thread(blocking_get, url) for url in urls]
