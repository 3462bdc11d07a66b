"""Believes that break closes the generator.

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
    found = None
    async for page in pages:
        if wanted(page):
            found = page
            break
    return found
