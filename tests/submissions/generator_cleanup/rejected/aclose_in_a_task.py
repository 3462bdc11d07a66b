"""Leaves the closing to a task.

verdict: leaked
diagnosis: the pages were left to a task to close
"""

import asyncio


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


tasks = set()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            tasks.add(asyncio.ensure_future(pages.aclose()))
