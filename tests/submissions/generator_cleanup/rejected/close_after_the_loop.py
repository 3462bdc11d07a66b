"""Closes behind the loop, which a generator only reaches when it is read to its end.

verdict: failed
diagnosis: the reader closed the generator early, and the connection was never closed
"""


async def read_pages(conn):
    await conn.open()
    while (page := await conn.next_page()) is not None:
        yield page
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
