"""Keeps the responses in a dict by their urls: of two responses from one url, the later is left.

verdict: failed
diagnosis: the list must have one response for each item of urls
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    pages = {}

    async def fetch(url):
        pages[url] = await get_request(url)

    await asyncio.gather(other_work(), *(fetch(url) for url in urls))
    return [pages[url] for url in urls]
