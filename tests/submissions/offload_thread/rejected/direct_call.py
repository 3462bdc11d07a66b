"""Calls the blocking function in the coroutine: it is an async def, after all.

verdict: failed
diagnosis: because blocking_get ran on the event loop's thread: a call that blocks keeps the whole thread
"""


async def crawl(blocking_get, urls):
    return [blocking_get(url) for url in urls]
