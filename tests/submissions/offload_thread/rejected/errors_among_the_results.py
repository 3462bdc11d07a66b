"""Returns exceptions as results.

verdict: failed
diagnosis: a call raised, and its exception did not come out of crawl
"""

import asyncio


async def crawl(blocking_get, urls):
    calls = (asyncio.to_thread(blocking_get, url) for url in urls)
    return await asyncio.gather(*calls, return_exceptions=True)
