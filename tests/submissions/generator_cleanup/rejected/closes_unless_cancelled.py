"""Closes after an Exception: a cancellation is none.

verdict: failed
diagnosis: first_match was cancelled and did not close the pages
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
    try:
        async for page in pages:
            if wanted(page):
                found = page
                break
    except Exception:
        if hasattr(pages, "aclose"):
            await pages.aclose()
        raise
    if hasattr(pages, "aclose"):
        await pages.aclose()
    return found
