"""Deletes its own reference and collects garbage: others may have references, and asyncio closes in a task.

verdict: failed
diagnosis: to leave an async for leaves the generator where it is
"""

import asyncio
import gc


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def first_match(pages, wanted):
    found = None
    async for page in pages:
        if wanted(page):
            found = page
            break
    del pages
    gc.collect()
    await asyncio.sleep(0)
    return found
