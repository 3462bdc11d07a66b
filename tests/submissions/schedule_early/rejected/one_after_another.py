"""Awaits each call of get_request, then does the other work: 7 s.

verdict: failed
diagnosis: each `await` waited for a response before the next request was made
"""

async def make_requests(urls, get_request, other_work):
    responses = []
    for url in urls:
        responses.append(await get_request(url))
    await other_work()
    return responses
