"""Takes everything that async for loops over for a generator.

verdict: error
diagnosis: not everything that async for can loop over has aclose()
"""

from contextlib import aclosing


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def first_match(pages, wanted):
    async with aclosing(pages):
        async for page in pages:
            if wanted(page):
                return page
    return None
