"""A TaskGroup around the yields gets the GeneratorExit of the reader.

verdict: error
diagnosis: it came out in a group: a block around the yield
"""

import asyncio


async def read_pages(conn):
    await conn.open()
    try:
        async with asyncio.TaskGroup() as g:
            while (page := await g.create_task(conn.next_page())) is not None:
                yield page
    finally:
        await conn.close()


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
