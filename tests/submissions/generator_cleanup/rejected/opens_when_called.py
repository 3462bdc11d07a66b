"""Opens the connection when it is called, in a task.

verdict: failed
diagnosis: nobody asked for a page, so there is nothing to open
"""

import asyncio


def read_pages(conn):
    opening = asyncio.create_task(conn.open())

    async def read():
        await opening
        try:
            while (page := await conn.next_page()) is not None:
                yield page
        finally:
            await conn.close()

    class Pages:
        def __init__(self):
            self.pages = read()

        def __aiter__(self):
            return self

        async def __anext__(self):
            return await anext(self.pages)

        async def aclose(self):
            await self.pages.aclose()
            await opening

    return Pages()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
