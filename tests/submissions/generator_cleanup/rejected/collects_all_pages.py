"""Collects all the pages, and looks at them afterwards.

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
    try:
        for page in [page async for page in pages]:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
