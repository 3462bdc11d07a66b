"""Believes that except Exception sees everything that happens at a yield.

verdict: failed
diagnosis: aclose() raises GeneratorExit at the yield
"""


async def read_pages(conn):
    await conn.open()
    try:
        while (page := await conn.next_page()) is not None:
            yield page
    except Exception:
        await conn.close()
        raise
    else:
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
