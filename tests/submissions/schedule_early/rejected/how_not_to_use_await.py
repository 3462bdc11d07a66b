"""Collects coroutine objects, believing that they run already, and awaits each in a loop: 5 s, and the rest.

verdict: failed
diagnosis: the requests ran one after another
"""

async def make_requests(urls, get_request, other_work):
    response_list = []
    for url in urls:
        response = get_request(url)
        response_list.append(response)
    results = []
    for i in range(len(response_list)):
        result = await response_list[i]
        results.append(result)
    await other_work()
    return results
