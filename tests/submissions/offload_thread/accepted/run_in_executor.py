"""The loop's default executor, whose futures are already under way when they are made."""

import asyncio


async def crawl(blocking_get, urls):
    loop = asyncio.get_running_loop()
    futures = [loop.run_in_executor(None, blocking_get, url) for url in urls]
    return [await future for future in futures]
