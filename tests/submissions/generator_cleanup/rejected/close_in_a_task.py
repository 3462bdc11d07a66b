"""Leaves the closing to a task, because it believes that finally must not await.

verdict: leaked
diagnosis: the connection was left to a task to close
"""

import asyncio


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        task = asyncio.create_task(conn.close())
        await asyncio.sleep(0)


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
