"""Reads all pages, closes, and gives them afterwards.

verdict: failed
diagnosis: each page must be yielded as soon as it is there
"""


async def read_pages(conn):
    await conn.open()
    try:
        pages = []
        while (page := await conn.next_page()) is not None:
            pages.append(page)
    finally:
        await conn.close()
    for page in pages:
        yield page


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
