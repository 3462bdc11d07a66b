"""Believes that there is one generator at a time: its connection is kept in the module.

verdict: failed
diagnosis: two generators at the same time got into one another: each has a connection of its own
"""

current = None


async def read_pages(conn):
    global current
    current = conn
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await current.close()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
