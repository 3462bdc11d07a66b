"""Keeps a semaphore for each limit, which calls with the same limit share.

verdict: failed
diagnosis: must not share their permits
"""

import asyncio

SEMS = {}


async def fetch_all(fetch, urls, limit):
    sem = SEMS.setdefault(limit, asyncio.Semaphore(limit))

    async def one(u):
        async with sem:
            return await fetch(u)

    return await asyncio.gather(*map(one, urls))
