"""Calls get_request and never awaits what it gives.

verdict: leaked
diagnosis: calling get_request() only made coroutine objects
"""

async def make_requests(urls, get_request, other_work):
    responses = [get_request(url) for url in urls]
    await other_work()
    return responses
