"""Raises StopAsyncIteration at its end, as __anext__ would.

verdict: error
diagnosis: an asynchronous generator ends by returning
"""


async def read_pages(conn):
    await conn.open()
    try:
        while True:
            page = await conn.next_page()
            if page is None:
                raise StopAsyncIteration
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
