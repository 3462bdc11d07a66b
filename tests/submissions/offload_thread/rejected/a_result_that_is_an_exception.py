"""Lets all calls end, and takes every exception among the results for a failure.

verdict: error
diagnosis: a call returned an exception, and crawl raised it
"""

import asyncio


async def crawl(blocking_get, urls):
    calls = (asyncio.to_thread(blocking_get, url) for url in urls)
    results = await asyncio.gather(*calls, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results
