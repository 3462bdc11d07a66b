"""Closes when it has found a page, and not when wanted fails.

verdict: failed
diagnosis: first_match raised, and the generator is still open
"""


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def first_match(pages, wanted):
    async for page in pages:
        if wanted(page):
            if hasattr(pages, "aclose"):
                await pages.aclose()
            return page
    if hasattr(pages, "aclose"):
        await pages.aclose()
    return None
