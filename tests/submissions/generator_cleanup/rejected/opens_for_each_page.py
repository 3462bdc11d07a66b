"""Opens and closes the connection for each page.

verdict: failed
diagnosis: the connection was opened more than once
"""


async def read_pages(conn):
    while True:
        await conn.open()
        try:
            page = await conn.next_page()
        finally:
            await conn.close()
        if page is None:
            return
        yield page


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
