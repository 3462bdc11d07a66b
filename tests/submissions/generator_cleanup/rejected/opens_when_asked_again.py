"""Believes that what is not open yet may be opened at any time.

verdict: failed
diagnosis: open() failed, and when the next page was asked for, it was tried again
"""


class read_pages:
    def __init__(self, conn):
        self.conn, self.is_open, self.over = conn, False, False

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.over:
            raise StopAsyncIteration
        if not self.is_open:
            await self.conn.open()
            self.is_open = True
        try:
            page = await self.conn.next_page()
        except BaseException:
            await self.aclose()
            raise
        if page is None:
            await self.aclose()
            raise StopAsyncIteration
        return page

    async def aclose(self):
        self.over = True
        if self.is_open:
            self.is_open = False
            await self.conn.close()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
