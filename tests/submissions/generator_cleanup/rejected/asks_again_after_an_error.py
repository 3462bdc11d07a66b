"""Asks for the page once more when next_page() fails.

verdict: failed
diagnosis: next_page() had failed and was asked again
"""


async def read_pages(conn):
    await conn.open()
    try:
        while True:
            try:
                page = await conn.next_page()
            except Exception:
                page = await conn.next_page()
            if page is None:
                return
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
        aclose = getattr(pages, "aclose", None)
        if aclose is not None:
            await aclose()
