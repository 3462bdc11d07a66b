"""Believes that to leave an async for closes the generator.

verdict: failed
diagnosis: to leave an async for leaves the generator where it is
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
            return page
    return None
