"""Lets an error out, and leaves all the rest until aclose() is called.

verdict: leaked
diagnosis: of merge still ran
"""

import asyncio


class Merge:
    def __init__(self, sources):
        self.sources, self.reads, self.over = sources, None, False

    def __aiter__(self):
        return self

    def ask(self, it):
        self.reads[asyncio.ensure_future(anext(it, self))] = it

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
                raise t.exception()
            if t.result() is not self:
                self.ask(it)
                return t.result()
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
