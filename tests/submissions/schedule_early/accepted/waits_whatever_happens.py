"""Waits for its requests whatever happens, be it an error or a cancellation: nothing is left running."""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    try:
        await other_work()
    finally:
        if tasks:
            await asyncio.wait(tasks)
    return [t.result() for t in tasks]
