"""Believes that to close a generator closes the one that it loops over.

verdict: failed
diagnosis: to close a generator closes no other one that it reads
"""


async def inner(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def read_pages(conn):
    async for page in inner(conn):
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
