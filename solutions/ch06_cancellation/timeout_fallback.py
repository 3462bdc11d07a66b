"""Give a job a time limit, and something else to fall back on.

`asyncio.timeout` cancels the task that it stands in. So primary, which runs in this very task, gets a CancelledError
at the await where it is, and cleans up. Only at the end of the block does `timeout` turn that CancelledError into a
TimeoutError, and only if it was its own: a cancellation of the caller goes through as it is. Hence the `except`
stands around the block, not in it.

Not every TimeoutError that arrives there means that our limit has passed. primary may have raised one itself.
`expired()` tells the two apart.

The fallback is awaited outside the block, where the limit no longer holds.
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
    try:
        async with asyncio.timeout(seconds) as limit:
            return await primary()
    except TimeoutError:
        if not limit.expired():
            raise
    return await fallback()


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
    asyncio.run(demo())
