"""Catches everything at the yield and goes on reading.

verdict: error
diagnosis: the generator answered with another yield
"""


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            try:
                yield page
            except BaseException:
                continue
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
