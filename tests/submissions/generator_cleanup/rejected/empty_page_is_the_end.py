"""Takes an empty page for the end.

verdict: failed
diagnosis: an empty page was taken for the end
"""


async def read_pages(conn):
    await conn.open()
    try:
        while page := await conn.next_page():
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
