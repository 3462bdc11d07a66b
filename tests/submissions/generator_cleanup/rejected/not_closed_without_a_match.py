"""Believes that all iterators close themselves at their end.

verdict: failed
diagnosis: only a generator that has come to its end closes itself
"""


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def first_match(pages, wanted):
    async for page in pages:
        try:
            match = wanted(page)
        except BaseException:
            if hasattr(pages, "aclose"):
                await pages.aclose()
            raise
        if match:
            if hasattr(pages, "aclose"):
                await pages.aclose()
            return page
    return None
