"""An iterator class without aclose().

verdict: error
diagnosis: which has no aclose(): nobody could ever close it
"""


class read_pages:
    def __init__(self, conn):
        self.conn = conn
        self.opened = False

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.opened:
            await self.conn.open()
            self.opened = True
        page = await self.conn.next_page()
        if page is None:
            await self.conn.close()
            raise StopAsyncIteration
        return page


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        if hasattr(pages, "aclose"):
            await pages.aclose()
