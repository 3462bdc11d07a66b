"""A TaskGroup for the search puts all errors in a group.

verdict: failed
diagnosis: and it came out in a group
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
    async def search():
        try:
            async for page in pages:
                if wanted(page):
                    return page
        finally:
            if hasattr(pages, "aclose"):
                await pages.aclose()

    async with asyncio.TaskGroup() as g:
        t = g.create_task(search())
    return t.result()
