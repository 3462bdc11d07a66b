"""Believes that an async def around it makes a blocking call give way.

verdict: failed
diagnosis: a task, or an async def around it, does not make a blocking call give way
"""

import asyncio


async def crawl(blocking_get, urls):
    async def get(url):
        return blocking_get(url)

    return await asyncio.gather(*(get(url) for url in urls))
