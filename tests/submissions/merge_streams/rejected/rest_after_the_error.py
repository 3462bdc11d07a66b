"""Still gives what it has read, when the error has come out.

verdict: failed
diagnosis: after the error nothing more may come, and
"""

import asyncio


class Merge:
    def __init__(self, sources):
        self.sources, self.reads, self.ready = sources, None, []

    def __aiter__(self):
        return self

    def ask(self, source):
        self.reads[asyncio.ensure_future(anext(source, self))] = source

    async def __anext__(self):
        if self.reads is None:
            self.reads = {}
            for source in self.sources:
                self.ask(aiter(source))
        while self.reads or self.ready:
            if not self.ready:
                done, _ = await asyncio.wait(self.reads, return_when=asyncio.FIRST_COMPLETED)
                self.ready.extend(sorted(done, key=lambda read: read.exception() is not None))
            read = self.ready.pop()
            source = self.reads.pop(read, None)
            if read.exception() is not None:
                rest = [other for other in self.reads if other.done()]
                await self.aclose()
                self.ready = rest
                raise read.exception()
            if read.result() is not self:
                if source is not None:
                    self.ask(source)
                return read.result()
        await self.aclose()
        raise StopAsyncIteration

    async def aclose(self):
        reads, self.reads, self.ready = self.reads or {}, {}, []
        for read in reads:
            read.cancel()
        if reads:
            await asyncio.wait(reads)
        for source in self.sources:
            if hasattr(source, "aclose"):
                await source.aclose()


def merge(*sources):
    return Merge(sources)
