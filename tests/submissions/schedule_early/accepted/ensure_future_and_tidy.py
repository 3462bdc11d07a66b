"""ensure_future, and every request cancelled when something goes wrong."""

import asyncio


async def make_requests(urls, get_request, other_work):
    futures = [asyncio.ensure_future(get_request(url)) for url in urls]
    try:
        await other_work()
        return [await future for future in futures]
    finally:
        for future in futures:
            future.cancel()
        await asyncio.gather(*futures, return_exceptions=True)
