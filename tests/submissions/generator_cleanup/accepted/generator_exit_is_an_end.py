"""Takes GeneratorExit for the end and returns."""


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            try:
                yield page
            except GeneratorExit:
                return
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
