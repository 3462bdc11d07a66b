"""Takes the empty page for no page.

verdict: failed
diagnosis: the empty page was wanted
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
            found = page if wanted(page) else None
            if found is not None:
                break
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
    return found or None
