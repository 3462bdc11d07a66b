"""A list of coroutines, the other work, then one await after the other: 7 s.

verdict: failed
diagnosis: calling get_request() only made coroutine objects; they started at 2
"""

async def make_requests(urls, get_request, other_work):
    pending = [get_request(url) for url in urls]
    await other_work()
    return [await response for response in pending]
