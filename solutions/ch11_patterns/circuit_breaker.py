"""A circuit breaker: closed, open, half-open.

No timer and no task turns the breaker from open to half-open: nobody looks at it before the next call, and that call
can read the clock itself. So the state is three plain values: how many failures there were in a row, until when the
breaker stays open, and whether a probe is under way. Fewer failures than the limit mean closed.

Between the look at the state and the mark that says "a probe is under way" there is no await. That is what makes it one
probe and not five: no other call can come between.

The mark is taken away in a `finally`, whichever way the probe ends. A cancelled probe changes nothing else: the number
of failures is what it was, the time is over, and so the next call is the probe. `except Exception` does not catch a
CancelledError, which is a BaseException, so it is not counted.

A failing probe adds to the failures in a row, which are at the limit already, and so sets a new time like every failure
at or beyond the limit. Calls that began before do the same if they fail late; if they succeed, the service answers, and
the breaker closes.
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
        self._limit = failures
        self._reset_after = reset_after
        self._failed = 0
        self._open_until = 0.0
        self._probing = False

    async def call(self, op: Callable[[], Awaitable[T]]) -> T:
        if self._failed < self._limit:
            return await self._attempt(op)
        if self._probing or asyncio.get_running_loop().time() < self._open_until:
            raise CircuitOpen
        self._probing = True
        try:
            return await self._attempt(op)
        finally:
            self._probing = False

    async def _attempt(self, op: Callable[[], Awaitable[T]]) -> T:
        try:
            result = await op()
        except Exception:
            self._failed += 1
            self._open_until = asyncio.get_running_loop().time() + self._reset_after
            raise
        self._failed = 0
        return result


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
    asyncio.run(demo())
