"""Closes asynchronous generators, and nothing else that has aclose().

verdict: failed
diagnosis: first_match returned and did not close the pages
"""

import collections.abc


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
        if isinstance(pages, collections.abc.AsyncGenerator):
            await pages.aclose()
