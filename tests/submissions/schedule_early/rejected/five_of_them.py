"""Writes down five tasks by hand.

verdict: error
diagnosis: the code is made for a certain number of urls
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    if len(urls) == 3:
        a, b, c = (asyncio.create_task(get_request(url)) for url in urls)
        await other_work()
        return [await a, await b, await c]
    a, b, c, d, e = (asyncio.create_task(get_request(url)) for url in urls)
    await other_work()
    return [await a, await b, await c, await d, await e]
