"""No finally: a cleanup for each way out."""


async def read_pages(conn):
    await conn.open()
    try:
        page = await conn.next_page()
        while page is not None:
            yield page
            page = await conn.next_page()
    except BaseException:
        await conn.close()
        raise
    else:
        await conn.close()


async def close(pages):
    try:
        aclose = pages.aclose
    except AttributeError:
        return
    await aclose()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                await close(pages)
                return page
    except BaseException:
        await close(pages)
        raise
    await close(pages)
    return None
