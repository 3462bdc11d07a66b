"""Reads the next page before it gives the one that was asked for.

verdict: failed
diagnosis: each page must be yielded as soon as it is there
"""


async def read_pages(conn):
    await conn.open()
    try:
        page = await conn.next_page()
        while page is not None:
            following = await conn.next_page()
            yield page
            page = following
    finally:
        await conn.close()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
