"""Takes an error of next_page for the end.

verdict: failed
diagnosis: when next_page() fails, its error must go on
"""


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    except Exception:
        pass
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
