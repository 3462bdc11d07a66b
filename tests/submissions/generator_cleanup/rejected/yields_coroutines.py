"""Yields what next_page() makes, without await.

verdict: error
diagnosis: Connection.next_page' was never awaited
"""


async def read_pages(conn):
    await conn.open()
    try:
        while (page := conn.next_page()) is not None:
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
