"""Reads all the pages, so that the generator comes to its end.

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
        if found is None and wanted(page):
            found = page
    if hasattr(pages, "aclose"):
        await pages.aclose()
    return found
