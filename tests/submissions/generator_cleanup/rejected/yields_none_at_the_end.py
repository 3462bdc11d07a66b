"""Gives the None of next_page, too.

verdict: failed
diagnosis: read_pages must yield each page that next_page() gives, until
"""


async def read_pages(conn):
    await conn.open()
    try:
        while True:
            page = await conn.next_page()
            yield page
            if page is None:
                break
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
