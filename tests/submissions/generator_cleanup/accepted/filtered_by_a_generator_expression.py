"""A generator expression looks for the page; both are closed."""

import contextlib


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def first_match(pages, wanted):
    async with contextlib.AsyncExitStack() as stack:
        if hasattr(pages, "aclose"):
            stack.push_async_callback(pages.aclose)
        matches = await stack.enter_async_context(
            contextlib.aclosing(page async for page in pages if wanted(page))
        )
        return await anext(matches, None)
