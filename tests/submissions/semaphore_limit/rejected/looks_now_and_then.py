"""Looks every 0.7 s whether there is room.

verdict: failed
diagnosis: there were urls left, and fewer than 2 fetches under way
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    running = 0

    async def one(url):
        nonlocal running
        while running >= limit:
            await asyncio.sleep(0.7)
        running += 1
        try:
            return await fetch(url)
        finally:
            running -= 1

    return await asyncio.gather(*(one(url) for url in urls))
