"""Give a job a time limit, and something else to fall back on.

`primary` and `fallback` are coroutine functions without parameters: `await primary()` gives a value. What primary
gives is better, but primary may be slow.

with_fallback(primary, fallback, seconds)
  * calls primary, once. If primary is over within `seconds`, its value is the result, at once; any value counts,
    None too;
  * if primary is still at work when `seconds` have passed, it is cancelled. It may need a moment to clean up. When it
    is over, and not before, fallback is called, once, and its value is the result. fallback may take as long as it
    likes;
  * if primary raises an exception in time, this very exception comes out at once and fallback is not called. So it
    is with every exception, even with a TimeoutError, for primary may have time limits of its own inside, or with
    a CancelledError that nobody but primary has raised;
  * what fallback raises comes out, too. (Either may come out as it is, or as the only one in an ExceptionGroup.)
  * if the caller is cancelled, CancelledError comes out, and fallback is not called any more. Whichever of the two was
    at work has been cancelled, and has cleaned up, by then. (When primary is cleaning up already, and a second reason
    to stop it comes along, it is up to you whether primary may finish that. And if a cancelled primary gives a
    value or fails all the same, it is up to you what becomes of that.)
  * an `asyncio.timeout` around a call of with_fallback works as ever: when its time is over, with_fallback is
    cancelled, and a TimeoutError comes out of the timeout;
  * it may be called in the `finally` of a task that is being cancelled already: that cancellation is an old one, and
    with_fallback does what it does elsewhere.

Try it:  python exercises/ch06_cancellation/timeout_fallback.py
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def with_fallback(
    primary: Callable[[], Coroutine[Any, Any, T]],
    fallback: Callable[[], Coroutine[Any, Any, T]],
    seconds: float,
) -> T:
    raise NotImplementedError


async def todays_forecast() -> str:
    try:
        await asyncio.sleep(3)
        return "today's forecast: rain"
    finally:
        print("  the weather service is left alone again")


async def yesterdays_forecast() -> str:
    return "yesterday's forecast: sun"


async def demo() -> None:
    for patience in (4, 1):
        print(f"Ask for at most {patience} s ...")
        print(" ", await with_fallback(todays_forecast, yesterdays_forecast, patience))


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: with_fallback.")
