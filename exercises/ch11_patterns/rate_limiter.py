"""At most so many starts in any period of time.

"100 requests per minute", says the service, and refuses the rest. It counts how often you begin, not how many requests
are under way. A RateLimiter stands in front of each request and makes it wait until it may begin:

    limiter = RateLimiter(rate=3, per=1)
    await limiter.acquire()         # comes back when one more may begin; nothing is given back afterwards
    async with limiter: ...         # the same, at the beginning of the block; its errors and its cancellation come
                                    # out as they are

  * In any period of `per` seconds, whenever it begins, at most `rate` (1 or more) acquires come back, whoever calls. So
    the one that comes back `rate` places after another does so `per` seconds later or more.
  * Nobody waits longer than needed. It is up to you whether `rate` go on at once and the next ones `per` seconds after
    them, or one every `per / rate` seconds: no acquire comes back later than it would in this second way. A limiter
    that nobody has used for a while lets the next one through at once.
  * First come, first served. Among those who come in the same instant any order will do.
  * An acquire that is cancelled while it waits ends cancelled at once. It may use up its turn as if it had come back,
    but no more than that, and nobody else waits for ever because of it.
  * When no acquire waits, no task of the limiter is left running.
  * Two limiters have nothing to do with each other. A limiter is made and used while the event loop runs.

Try it:  python exercises/ch11_patterns/rate_limiter.py
"""

import asyncio
import time


class RateLimiter:
    def __init__(self, rate: int, per: float) -> None:
        raise NotImplementedError

    async def acquire(self) -> None:
        raise NotImplementedError

    async def __aenter__(self) -> None:
        raise NotImplementedError

    async def __aexit__(self, *exc: object) -> None:
        raise NotImplementedError


async def demo() -> None:
    limiter = RateLimiter(rate=2, per=1)
    started = time.perf_counter()

    async def request(number: int) -> None:
        async with limiter:
            print(f"{time.perf_counter() - started:.1f} s: request {number} begins")
            await asyncio.sleep(0.1)

    await asyncio.gather(*(request(number) for number in range(5)))


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: RateLimiter.")
