"""A return in finally: it throws errors away, and cancellation too.

verdict: failed
diagnosis: the error of wanted must go on
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
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
        return found
