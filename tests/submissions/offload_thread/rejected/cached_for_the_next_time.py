"""Keeps the results for the next crawl.

verdict: failed
diagnosis: crawl was called again, and did not call blocking_get for every url again
"""

import asyncio

pages = {}


async def crawl(blocking_get, urls):
    known = dict(pages)
    jobs = [asyncio.to_thread(blocking_get, url) for url in urls if url not in known]
    new = iter(await asyncio.gather(*jobs))
    results = [known[url] if url in known else next(new) for url in urls]
    pages.update(zip(urls, results, strict=True))
    return results
