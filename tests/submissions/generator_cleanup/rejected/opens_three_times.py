"""Believes that what fails should be tried again.

verdict: failed
diagnosis: open() failed and was tried again: its error must come out
"""


async def read_pages(conn):
    for attempt in range(3):
        try:
            await conn.open()
            break
        except OSError:
            if attempt == 2:
                raise
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
