"""Closes all the generators of the loop.

verdict: failed
diagnosis: only a generator that has come to its end closes itself
"""

import asyncio


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        await asyncio.get_running_loop().shutdown_asyncgens()
