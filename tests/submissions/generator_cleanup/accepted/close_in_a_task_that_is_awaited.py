"""The closing is a task of its own, waited for to its end however often the reader is cancelled."""

import asyncio


async def read_pages(conn):
    await conn.open()
    try:
        page = await conn.next_page()
        while page is not None:
            yield page
            page = await conn.next_page()
    finally:
        closing = asyncio.create_task(conn.close())
        while not closing.done():
            await asyncio.wait([closing])
        closing.result()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
