"""Returns whether there is such a page.

verdict: failed
diagnosis: first_match must return the first page that is wanted
"""


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return True
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
