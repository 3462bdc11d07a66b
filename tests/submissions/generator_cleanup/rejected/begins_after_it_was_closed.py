"""A class that aclose() does not end before it has begun.

verdict: failed
diagnosis: a generator that was closed before it began has ended
"""


class read_pages:
    def __init__(self, conn):
        self.conn = conn
        self.state = "new"

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.state == "closed":
            raise StopAsyncIteration
        if self.state == "new":
            await self.conn.open()
            self.state = "open"
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
        if self.state == "open":
            self.state = "closed"
            await self.conn.close()


async def first_match(pages, wanted):
    try:
        async for page in pages:
            if wanted(page):
                return page
        return None
    finally:
        aclose = getattr(pages, "aclose", None)
        if aclose is not None:
            await aclose()
