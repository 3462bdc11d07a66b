"""Gives the closing a tenth of a second.

verdict: failed
diagnosis: first_match returned before the closing had come to its end
"""

import asyncio
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
        if hasattr(pages, "aclose"):
            with suppress(TimeoutError):
                await asyncio.wait_for(pages.aclose(), 0.1)
