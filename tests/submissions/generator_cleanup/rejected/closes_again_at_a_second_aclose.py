"""Believes that nobody calls aclose() twice.

verdict: failed
diagnosis: the connection was closed more than once
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
            self.over = True
            await self.conn.open()
            self.is_open, self.over = True, False
        try:
            page = await self.conn.next_page()
        except BaseException:
            await self.aclose()
            self.is_open = False
            raise
        if page is None:
            await self.aclose()
            self.is_open = False
            raise StopAsyncIteration
        return page

    async def aclose(self):
        self.over = True
        if self.is_open:
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
