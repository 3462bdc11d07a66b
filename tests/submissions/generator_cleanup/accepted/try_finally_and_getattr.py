"""try and finally in both, and an aclose() that is looked up with a default."""


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def nothing():
    pass


async def first_match(pages, wanted):
    found = None
    try:
        async for page in pages:
            if wanted(page):
                found = page
                break
    finally:
        await getattr(pages, "aclose", nothing)()
    return found
