"""Has a thread call a coroutine function, which only makes a coroutine object there.

verdict: leaked
diagnosis: crawl came back and blocking_get had not been called for every url
"""

import asyncio


async def crawl(blocking_get, urls):
    async def get(url):
        return blocking_get(url)

    return await asyncio.gather(*(asyncio.to_thread(get, url) for url in urls))
