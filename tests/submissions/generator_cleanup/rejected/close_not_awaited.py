"""Calls close() without await.

verdict: leaked
diagnosis: Connection.close' was never awaited
"""


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        conn.close()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
