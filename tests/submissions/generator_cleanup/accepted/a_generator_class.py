"""A class with all the methods of an asynchronous generator, and a loop in another coroutine."""

import asyncio


class read_pages:
    def __init__(self, conn):
        self._conn = conn
        self._state = "new"

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self._state == "closed":
            raise StopAsyncIteration
        if self._state == "new":
            self._state = "closed"
            await self._conn.open()
            self._state = "open"
        try:
            page = await self._conn.next_page()
        except BaseException:
            await self.aclose()
            raise
        if page is None:
            await self.aclose()
            raise StopAsyncIteration
        return page

    async def aclose(self):
        before, self._state = self._state, "closed"
        if before == "open":
            await self._conn.close()


async def search(pages, wanted):
    async for page in pages:
        if wanted(page):
            return page


async def first_match(pages, wanted):
    try:
        return await search(pages, wanted)
    finally:
        if callable(getattr(pages, "aclose", None)):
            await asyncio.shield(pages.aclose())
