"""Raises an error of its own.

verdict: failed
diagnosis: the exception that the call raised must come out, and no other
"""

import asyncio


async def crawl(blocking_get, urls):
    try:
        return await asyncio.gather(*(asyncio.to_thread(blocking_get, url) for url in urls))
    except OSError as error:
        raise RuntimeError("crawl failed") from error
