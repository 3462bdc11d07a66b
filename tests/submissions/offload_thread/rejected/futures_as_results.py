"""Returns the futures.

verdict: failed
diagnosis: crawl came back while calls were still under way
"""

import asyncio


async def crawl(blocking_get, urls):
    loop = asyncio.get_running_loop()
    return [loop.run_in_executor(None, blocking_get, url) for url in urls]
