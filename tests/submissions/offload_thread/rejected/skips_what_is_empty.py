"""Takes an empty url for none.

verdict: failed
diagnosis: blocking_get had not been called for every url
"""

import asyncio


async def crawl(blocking_get, urls):
    return await asyncio.gather(*(asyncio.to_thread(blocking_get, url) for url in urls if url))
