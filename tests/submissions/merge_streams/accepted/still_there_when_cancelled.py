"""An iterator whose reader may be cancelled, and ask again; aclose() ends it."""

import asyncio
from collections import deque


class Merge:
    def __init__(self, sources):
        self.sources, self.reads, self.done, self.over = sources, None, deque(), False

    def __aiter__(self):
        return self

    def ask(self, it):
        t = asyncio.ensure_future(anext(it, self))
        self.reads[t] = it

    async def __anext__(self):
        if self.over:
            raise StopAsyncIteration
        if self.reads is None:
            self.reads = {}
            for s in self.sources:
                self.ask(aiter(s))
        while self.reads:
            done, _ = await asyncio.wait(self.reads, return_when=asyncio.FIRST_COMPLETED)
            t = done.pop()
            it = self.reads.pop(t)
            if t.exception():
                await self.aclose()
                raise t.exception()
            if t.result() is not self:
                self.ask(it)
                return t.result()
        await self.aclose()
        raise StopAsyncIteration

    async def aclose(self):
        self.over = True
        reads = self.reads or {}
        for t in reads:
            t.cancel()
        if reads:
            await asyncio.wait(reads)
        for t in reads:
            t.cancelled() or t.exception()
        self.reads = {}
        for s in self.sources:
            if hasattr(s, "aclose"):
                await s.aclose()


def merge(*sources):
    return Merge(sources)
