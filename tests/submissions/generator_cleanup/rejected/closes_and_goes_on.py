"""Closes when it has found the page, and goes on with the loop: a generator has ended by then, and not everything is a generator.

verdict: failed
diagnosis: another page was asked for, although the one that is wanted had been found
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
            if hasattr(pages, "aclose"):
                await pages.aclose()
    return found
