"""A circuit breaker: closed, open, half-open.

When a service is down, each request to it waits, fails, and makes things worse. A circuit breaker notices it, and for a
while refuses all requests at once. Then it lets a single one through, to see whether the service is back.

    breaker = CircuitBreaker(failures=3, reset_after=10)
    await breaker.call(op)      # calls op and awaits what that gives, or raises CircuitOpen

  * Closed, as it begins: every call goes through, any number of them at a time. What op returns or raises comes out of
    call as it is. `failures` (1 or more) failures with no success between them open the breaker; what counts is when
    each of them ends.
  * Open: each call raises CircuitOpen at once, and its op is not called. This lasts `reset_after` seconds from the
    moment of the failure that has opened the breaker, and refused calls do not make it longer.
  * Half-open, from then on: the next call is the probe, and its op is called. As long as it is under way, all other
    calls raise CircuitOpen at once.
    If the probe succeeds, the breaker is closed and counts from nothing. If it fails, its error comes out, and the
    breaker is open again, for `reset_after` seconds from that failure.
  * A failure is an op that raises an Exception, of whatever kind. A call that is cancelled ends cancelled; it is
    neither a failure nor a success. If it was the probe, the breaker is half-open again, and the next call is the probe.
  * A call may begin while the breaker is closed and end when it no longer is. What its end changes then is up to you.
  * No task of the breaker is left running. Two breakers have nothing to do with each other, and one is made and used
    while the event loop runs.

Try it:  python exercises/ch11_patterns/circuit_breaker.py
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


class CircuitOpen(Exception):
    """The circuit breaker did not let this call through."""


class CircuitBreaker:
    def __init__(self, failures: int, reset_after: float) -> None:
        raise NotImplementedError

    async def call(self, op: Callable[[], Awaitable[T]]) -> T:
        raise NotImplementedError


async def demo() -> None:
    breaker = CircuitBreaker(failures=2, reset_after=1)
    started = time.perf_counter()

    async def request() -> str:
        await asyncio.sleep(0.1)
        if time.perf_counter() - started < 1.2:
            raise ConnectionResetError("the service is down")
        return "the service is back"

    for _ in range(6):
        try:
            outcome = await breaker.call(request)
        except (CircuitOpen, OSError) as error:
            outcome = repr(error)
        print(f"{time.perf_counter() - started:.1f} s: {outcome}")
        await asyncio.sleep(0.3)


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: CircuitBreaker.")
