"""Collects coroutine objects, believing that they run already, and awaits each in a loop: 5 s, and the rest.

verdict: failed
diagnosis: the requests ran one after another
"""

async def make_requests(urls, get_request, other_work):
    running = []  # or so its author believes
    for url in urls:
        running.append(get_request(url))
    pages = []
    for request in running:
        pages.append(await request)
    await other_work()
    return pages
