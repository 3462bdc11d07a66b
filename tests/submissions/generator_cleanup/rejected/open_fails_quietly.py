"""Believes that without a connection there are no pages, and that nothing is wrong with that.

verdict: failed
diagnosis: open() failed, and nobody was told: its error must come out
"""


async def read_pages(conn):
    try:
        await conn.open()
    except OSError:
        return
    try:
        while (page := await conn.next_page()) is not None:
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
