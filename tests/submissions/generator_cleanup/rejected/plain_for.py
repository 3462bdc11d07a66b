"""Believes that a plain for can loop over what async for loops over.

verdict: error
diagnosis: a plain for cannot wait
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
        for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        aclose = getattr(pages, "aclose", None)
        if aclose is not None:
            await aclose()
