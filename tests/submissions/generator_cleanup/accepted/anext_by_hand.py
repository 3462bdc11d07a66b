"""Asks for each page by anext, and closes what aiter() gave."""


async def read_pages(conn):
    await conn.open()
    try:
        while True:
            page = await conn.next_page()
            if page is None:
                return
            yield page
    finally:
        await conn.close()


async def first_match(pages, wanted):
    iterator = aiter(pages)
    try:
        while True:
            try:
                page = await anext(iterator)
            except StopAsyncIteration:
                return None
            if wanted(page):
                return page
    finally:
        close = getattr(iterator, "aclose", None)
        if close:
            await close()
