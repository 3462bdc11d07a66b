"""Takes a cancellation for the end.

verdict: failed
diagnosis: the cancellation did not come out of the generator
"""

import asyncio


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    except asyncio.CancelledError:
        pass
    finally:
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
