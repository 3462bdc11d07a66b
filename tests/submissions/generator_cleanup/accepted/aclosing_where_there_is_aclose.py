"""contextlib.aclosing, but only around what has aclose()."""

from contextlib import aclosing, nullcontext


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def first_match(pages, wanted):
    async with aclosing(pages) if hasattr(pages, "aclose") else nullcontext():
        async for page in pages:
            if wanted(page):
                return page
    return None
