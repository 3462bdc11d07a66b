"""A task that gathers, made before the other work."""

import asyncio


async def make_requests(urls, get_request, other_work):
    async def fetch_all():
        return await asyncio.gather(*[get_request(url) for url in urls])

    fetching = asyncio.create_task(fetch_all())
    await other_work()
    return await fetching
