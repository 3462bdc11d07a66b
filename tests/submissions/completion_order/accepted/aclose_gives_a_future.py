"""The iterator is a generator; aclose() beside it is no coroutine function, it gives the future of gather."""

import asyncio


class S:
    def __init__(self, jobs):
        self.futs = {asyncio.ensure_future(j()): n for n, j in enumerate(jobs)}
        self.it = self._go()

    async def _go(self):
        left = list(self.futs)
        while left:
            await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
            t = next(t for t in left if t.done())
            left.remove(t)
            e = t.exception()
            yield self.futs[t], (t.result() if e is None else e)

    def __aiter__(self):
        return self.it

    def aclose(self):
        for f in self.futs:
            f.cancel()
        return asyncio.gather(*self.futs, return_exceptions=True)


def stream_results(jobs):
    return S(jobs)
