"""Tries aclose() on anything, and does not want to know what comes of it.

verdict: failed
diagnosis: aclose() failed, and nobody was told
"""

from contextlib import suppress


async def read_pages(conn):
    await conn.open()
    try:
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
        with suppress(Exception):
            await pages.aclose()
