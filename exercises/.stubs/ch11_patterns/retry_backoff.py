"""Try again, and wait longer each time.

A call over the network fails now and then, and a second try often works. But a server that is down because it has too
much to do is not helped by a thousand clients that all try again at once. So each pause is longer than the one before.

retry(op, attempts=..., base=...) makes an attempt: it calls op and awaits what that gives. An attempt that ends well
is the last one, and retry returns its result, whatever that is.

  * An attempt that fails with one of the exceptions in `retry_on` (or a subclass of one) is followed by a pause and
    another attempt. There are never more than `attempts` of them (1 or more). An ExceptionGroup
    with anything else in it is none of these exceptions.
  * The first pause is `base` seconds long, and each further one `factor` times as long as the one before, but none is
    longer than `max_delay`, however many there are and however large `factor` is.
  * A pause begins when the attempt has ended.
  * `jitter` has the last word: it is called once for each pause, with the number of seconds worked out as above,
    and its value is the number of seconds that this pause really takes. It does not change the later ones.
  * When the last attempt has failed too, its exception comes out of retry at once, without another pause.
  * Any other exception comes out at once, and there is no further attempt.
  * What comes out may come alone or in an ExceptionGroup.
  * If retry is cancelled, during a pause or during an attempt, it ends cancelled at once. An attempt that is under way
    is cancelled, and there is no further one.

Waiting keeps nobody else from working.

Try it:  python exercises/ch11_patterns/retry_backoff.py
"""

import asyncio
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
    raise NotImplementedError


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

    print(await retry(connect, attempts=5, base=0.3))


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: retry.")
