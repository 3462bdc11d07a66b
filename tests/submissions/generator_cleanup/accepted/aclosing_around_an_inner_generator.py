"""An inner generator that aclosing closes with the outer one."""

from contextlib import aclosing


async def inner(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def read_pages(conn):
    async with aclosing(inner(conn)) as pages:
        async for page in pages:
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
