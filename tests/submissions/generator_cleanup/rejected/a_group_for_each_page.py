"""A TaskGroup for each page puts the error in a group.

verdict: failed
diagnosis: its error must go on as it is, and it came out in a group
"""

import asyncio


async def read_pages(conn):
    await conn.open()
    try:
        while True:
            async with asyncio.TaskGroup() as g:
                t = g.create_task(conn.next_page())
            if t.result() is None:
                return
            yield t.result()
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
