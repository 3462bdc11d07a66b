"""Reads five pages and no more.

verdict: failed
diagnosis: read_pages must yield the pages that next_page() gives
"""


async def read_pages(conn):
    await conn.open()
    try:
        for _ in range(5):
            page = await conn.next_page()
            if page is None:
                break
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
