"""Try again, and wait longer each time.

The attempts that may be followed by a pause and the last one are different things, so they stand apart: the loop makes
all but the last, and the last stands behind it, where nobody catches what it raises.

op is called anew for each attempt. What it gives is a coroutine object as a rule, and those can be awaited once.

Only what is in `retry_on` is caught. CancelledError is a BaseException that cannot be in there, so a cancellation
passes through, wherever retry is waiting. The pause stands outside the `except` block: what happens there has nothing
to do with the failure any more.

The next delay is made from the one before and cut off each time. `base * factor**n` is the same number until n is so
large that Python cannot hold it, and then it is an OverflowError.

The delay that jitter gets is not the one it gives: were its value carried on, each pause would shrink or stretch all
the later ones.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from math import inf
from typing import TypeVar

T = TypeVar("T")


async def retry(
    op: Callable[[], Awaitable[T]],
    *,
    attempts: int,
    base: float,
    factor: float = 2.0,
    max_delay: float = inf,
    jitter: Callable[[float], float] = lambda delay: delay,
    retry_on: tuple[type[Exception], ...] = (OSError,),
) -> T:
    delay = min(base, max_delay)
    for _ in range(attempts - 1):
        try:
            return await op()
        except retry_on:
            pass
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
    return await op()


async def demo() -> None:
    started = time.perf_counter()
    failures = 3

    async def connect() -> str:
        nonlocal failures
        print(f"{time.perf_counter() - started:.1f} s: connecting ...")
        if failures:
            failures -= 1
            raise ConnectionRefusedError("nobody listens")
        return "connected"

    print(await retry(connect, attempts=5, base=0.3, jitter=lambda delay: delay * random.uniform(0.5, 1)))


if __name__ == "__main__":
    asyncio.run(demo())
