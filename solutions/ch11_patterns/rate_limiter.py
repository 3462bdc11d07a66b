"""At most so many starts in any period of time.

The rule is about pairs: the start that comes `rate` places after another one must lie `per` seconds after it. So it
is enough to remember the last `rate` starts. When there are fewer, or the oldest of them is `per` seconds old, the next
one may begin; otherwise the oldest says until when to wait.

To look, to sleep and to write down the start is one step that nobody may come between, and there is an await in the
middle of it. Hence the lock. It is also the line in which everybody waits: asyncio.Lock serves first come first, and a
waiter that is cancelled has written nothing down and leaves the lock to the next one.

The instant that is written down is that of the start, after the sleep. Were it the one that was worked out before, a
sleep that took too long would let the next ones follow too soon.
"""

import asyncio
import time
from collections import deque


class RateLimiter:
    def __init__(self, rate: int, per: float) -> None:
        self._per = per
        self._starts: deque[float] = deque(maxlen=rate)
        self._line = asyncio.Lock()

    async def acquire(self) -> None:
        loop = asyncio.get_running_loop()
        async with self._line:
            if len(self._starts) == self._starts.maxlen:
                await asyncio.sleep(self._starts[0] + self._per - loop.time())
            self._starts.append(loop.time())

    async def __aenter__(self) -> None:
        await self.acquire()

    async def __aexit__(self, *exc: object) -> None:
        pass


async def demo() -> None:
    limiter = RateLimiter(rate=2, per=1)
    started = time.perf_counter()

    async def request(number: int) -> None:
        async with limiter:
            print(f"{time.perf_counter() - started:.1f} s: request {number} begins")
            await asyncio.sleep(0.1)

    await asyncio.gather(*(request(number) for number in range(5)))


if __name__ == "__main__":
    asyncio.run(demo())
