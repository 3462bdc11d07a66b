"""Raises an error of its own.

verdict: failed
diagnosis: the error of b must come out of fetch_all, and no other
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)

    async def one(url):
        async with semaphore:
            try:
                return await fetch(url)
            except OSError as error:
                raise RuntimeError(f"{url} failed") from error

    return await asyncio.gather(*(one(url) for url in urls))
