"""Believes that only generators have aclose().

verdict: failed
diagnosis: a was still open when merge was over: it has an aclose(), and nobody has called that
"""

import asyncio
import inspect


async def merge(*sources):
    reads = {}

    def ask(it):
        async def one():
            async for x in it:
                return [x]
            return []

        reads[asyncio.create_task(one())] = it

    try:
        for s in sources:
            ask(aiter(s))
        while reads:
            done, _ = await asyncio.wait(reads, return_when=asyncio.FIRST_COMPLETED)
            for t in done:
                it = reads.pop(t)
                for x in t.result():
                    ask(it)
                    yield x
    finally:
        for t in reads:
            t.cancel()
        await asyncio.gather(*reads, return_exceptions=True)
        for s in sources:
            if inspect.isasyncgen(s):
                await s.aclose()
