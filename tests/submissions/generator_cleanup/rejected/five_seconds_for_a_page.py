"""Gives a page five seconds.

verdict: failed
diagnosis: next_page() was cut short
"""

import asyncio


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await asyncio.wait_for(conn.next_page(), 5)) is not None:
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
