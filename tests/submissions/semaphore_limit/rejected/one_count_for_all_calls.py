"""Counts what is under way in the whole program, not in one call.

verdict: failed
diagnosis: calls that overlap must not share their permits
"""

import asyncio

running = 0
condition = asyncio.Condition()


async def fetch_all(fetch, urls, limit):
    async def one(url):
        global running
        async with condition:
            await condition.wait_for(lambda: running < limit)
            running += 1
        try:
            return await fetch(url)
        finally:
            running -= 1
            async with condition:
                condition.notify_all()

    return await asyncio.gather(*(one(url) for url in urls))
