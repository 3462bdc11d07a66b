"""The search is a task of its own; what is suspended is an inner generator."""

import asyncio
from contextlib import AsyncExitStack, aclosing


async def pages_of(conn):
    while (page := await conn.next_page()) is not None:
        yield page


async def read_pages(conn):
    async with AsyncExitStack() as stack:
        await conn.open()
        stack.push_async_callback(conn.close)
        pages = await stack.enter_async_context(aclosing(pages_of(conn)))
        async for page in pages:
            yield page


async def search(pages, wanted):
    async for page in pages:
        if wanted(page):
            return page
    return None


async def first_match(pages, wanted):
    try:
        return await asyncio.create_task(search(pages, wanted))
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
