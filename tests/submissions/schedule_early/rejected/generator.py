"""Yields the responses one by one.

verdict: error
diagnosis: a `yield` makes make_requests an asynchronous generator
"""

async def make_requests(urls, get_request, other_work):
    for url in urls:
        yield await get_request(url)
    await other_work()
