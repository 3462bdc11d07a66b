"""Collects the results as they come.

verdict: failed
diagnosis: the results came in the order in which the calls ended
"""

import asyncio


async def crawl(blocking_get, urls):
    calls = [asyncio.to_thread(blocking_get, url) for url in urls]
    return [await done for done in asyncio.as_completed(calls)]
