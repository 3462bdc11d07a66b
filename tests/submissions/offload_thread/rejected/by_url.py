"""Keeps the results by url, so a url that stands there twice is called once.

verdict: failed
diagnosis: had not been called for every url
"""

import asyncio


async def crawl(blocking_get, urls):
    different = list(dict.fromkeys(urls))
    pages = await asyncio.gather(*(asyncio.to_thread(blocking_get, url) for url in different))
    by_url = dict(zip(different, pages))
    return [by_url[url] for url in urls]
