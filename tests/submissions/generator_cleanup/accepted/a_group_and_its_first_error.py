"""The search is a task of a group, and its error is taken out of that."""

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

    try:
        async with asyncio.TaskGroup() as g:
            t = g.create_task(search())
    except ExceptionGroup as group:
        raise group.exceptions[0]
    return t.result()
