"""Gives close() a tenth of a second.

verdict: failed
diagnosis: close() was cut short
"""

import asyncio
from contextlib import suppress


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        with suppress(TimeoutError):
            await asyncio.wait_for(conn.close(), 0.1)


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
