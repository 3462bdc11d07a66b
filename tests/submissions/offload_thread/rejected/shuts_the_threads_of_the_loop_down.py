"""Tidies up what belongs to everybody: the default executor of the loop.

verdict: error
diagnosis: Executor shutdown has been called
"""

import asyncio


async def crawl(blocking_get, urls):
    try:
        return await asyncio.gather(*(asyncio.to_thread(blocking_get, url) for url in urls))
    finally:
        await asyncio.get_running_loop().shutdown_default_executor()
