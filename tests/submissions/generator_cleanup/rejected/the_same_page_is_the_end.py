"""Believes that there is nothing new when the same page comes once more.

verdict: failed
diagnosis: read_pages must yield the pages that next_page() gives, in that order
"""


async def read_pages(conn):
    await conn.open()
    last = None
    try:
        while (page := await conn.next_page()) not in (None, last):
            last = page
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
        if hasattr(pages, "aclose"):
            await pages.aclose()
