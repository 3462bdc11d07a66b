"""Asks the pages themselves for the next one.

verdict: error
diagnosis: these pages are an asynchronous iterable and no generator
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
        while True:
            try:
                page = await pages.__anext__()
            except StopAsyncIteration:
                return None
            if wanted(page):
                return page
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
