"""create_task and await in one line, within the loop: 7 s.

verdict: failed
diagnosis: each became a task, but the next was only made when that one was done
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    responses = []
    for url in urls:
        responses.append(await asyncio.create_task(get_request(url)))
    await other_work()
    return responses
