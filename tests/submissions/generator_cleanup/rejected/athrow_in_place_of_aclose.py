"""Throws GeneratorExit itself.

verdict: error
diagnosis: GeneratorExit came out
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
        return None
    finally:
        aclose = getattr(pages, "aclose", None)
        if aclose is not None:
            await pages.athrow(GeneratorExit)
