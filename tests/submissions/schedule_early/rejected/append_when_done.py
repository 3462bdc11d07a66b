"""Each task appends its response to one list.

verdict: failed
diagnosis: the responses are not in the order of the urls
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    responses = []

    async def fetch(url):
        responses.append(await get_request(url))

    async with asyncio.TaskGroup() as tg:
        for url in urls:
            tg.create_task(fetch(url))
        await other_work()
    return responses
