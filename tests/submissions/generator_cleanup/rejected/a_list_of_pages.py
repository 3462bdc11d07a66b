"""No yield: an async def that returns a list.

verdict: error
diagnosis: read_pages gave a coroutine
"""


async def read_pages(conn):
    await conn.open()
    pages = []
    while (page := await conn.next_page()) is not None:
        pages.append(page)
    await conn.close()
    return pages


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
