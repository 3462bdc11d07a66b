"""The connection is opened and closed by an asynchronous context manager; an exit stack closes the pages."""

from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def opened(conn):
    await conn.open()
    try:
        yield conn
    finally:
        await conn.close()


async def read_pages(conn):
    async with opened(conn):
        while True:
            page = await conn.next_page()
            if page is None:
                break
            yield page


async def first_match(pages, wanted):
    async with AsyncExitStack() as stack:
        if hasattr(pages, "aclose"):
            stack.push_async_callback(pages.aclose)
        async for page in pages:
            if wanted(page):
                return page
    return None
