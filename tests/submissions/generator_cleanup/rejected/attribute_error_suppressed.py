"""aclosing around anything, and the AttributeError suppressed: the page gets lost with it.

verdict: failed
diagnosis: first_match must return the first page that is wanted
"""

from contextlib import aclosing, suppress


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def first_match(pages, wanted):
    with suppress(AttributeError):
        async with aclosing(pages):
            async for page in pages:
                if wanted(page):
                    return page
    return None
