"""Returns None when something goes wrong.

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
    try:
        async for page in pages:
            if wanted(page):
                return page
    except Exception:
        pass
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
    return None
