"""Does not let the errors of close() out.

verdict: failed
diagnosis: close() failed, and nobody was told
"""


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        try:
            await conn.close()
        except Exception:
            pass


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        aclose = getattr(pages, "aclose", None)
        if aclose is not None:
            await aclose()
