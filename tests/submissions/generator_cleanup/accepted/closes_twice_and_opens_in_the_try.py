"""Closes when the page is found, and in finally again; a failed open is closed, too."""


async def read_pages(conn):
    try:
        await conn.open()
        while (page := await conn.next_page()) is not None:
            yield page
    finally:
        await conn.close()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                if hasattr(pages, "aclose"):
                    await pages.aclose()
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
