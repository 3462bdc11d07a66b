"""Thinks of GeneratorExit and Exception, and not of a cancellation.

verdict: failed
diagnosis: cancelled while it read, and the connection was never closed
"""


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    except (Exception, GeneratorExit):
        await conn.close()
        raise
    else:
        await conn.close()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
