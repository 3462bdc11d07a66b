"""Closes when next_page() fails, and does not note that: who reads calls aclose() all the same.

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
            self.over = True
            await self.conn.close()
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
