"""A timeout around the yields also counts the time of the reader.

verdict: failed
diagnosis: next_page() was cut short
"""

import asyncio


async def read_pages(conn):
    await conn.open()
    try:
        async with asyncio.timeout(10):
            while (page := await conn.next_page()) is not None:
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
