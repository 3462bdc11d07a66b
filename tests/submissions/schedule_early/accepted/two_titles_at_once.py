"""Fetches are made tasks, and each task is awaited in turn: the news of two pages at once."""

import asyncio


async def make_requests(urls, get_request, other_work):
    fetches = [asyncio.create_task(get_request(url)) for url in urls]
    await other_work()
    titles = []
    for fetch in fetches:
        title = await fetch
        titles.append(title)
    return titles
