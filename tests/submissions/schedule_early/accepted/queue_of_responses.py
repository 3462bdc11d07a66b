"""Each request puts its index and outcome on a queue."""

import asyncio


async def make_requests(urls, get_request, other_work):
    arrived = asyncio.Queue()

    async def fetch(index):
        try:
            arrived.put_nowait((index, await get_request(urls[index]), None))
        except Exception as error:
            arrived.put_nowait((index, None, error))

    tasks = [asyncio.create_task(fetch(index)) for index in range(len(urls))]
    await other_work()
    found = {}
    for _ in tasks:
        index, response, error = await arrived.get()
        if error is not None:
            raise error
        found[index] = response
    await asyncio.gather(*tasks)
    return [found[index] for index in range(len(urls))]
