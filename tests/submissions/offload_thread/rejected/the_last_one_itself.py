"""Hands all calls but one to threads, and does the last one itself.

verdict: failed
diagnosis: because blocking_get ran on the event loop's thread
"""

import asyncio


async def crawl(blocking_get, urls):
    if not urls:
        return []
    tasks = [asyncio.create_task(asyncio.to_thread(blocking_get, url)) for url in urls[:-1]]
    await asyncio.sleep(0)
    last = blocking_get(urls[-1])
    return [*(await asyncio.gather(*tasks)), last]
