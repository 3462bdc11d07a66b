"""Names GeneratorExit, closes, and raises it again."""


async def read_pages(conn):
    await conn.open()
    closed = False
    try:
        while True:
            page = await conn.next_page()
            if page is None:
                break
            try:
                yield page
            except GeneratorExit:
                closed = True
                await conn.close()
                raise
    finally:
        if not closed:
            await conn.close()


async def first_match(pages, wanted):
    matches = (page async for page in pages if wanted(page))
    try:
        return await anext(matches, None)
    finally:
        await matches.aclose()
        if hasattr(pages, "aclose"):
            await pages.aclose()
