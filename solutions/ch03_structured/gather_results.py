"""Fetch many things at once: take everything as it comes, or stop at the first error.

`asyncio.gather` makes a task of every coroutine before it waits for any of them, and puts the results in the order of
its arguments. Its two ways with errors are the two functions:

  * `return_exceptions=True`: an exception is a result like another one, so everybody is waited for.
  * the default: the first exception is passed on at once. The other tasks are *not* cancelled. They stay what they
    were: tasks of the event loop, which now nobody waits for. gather still looks at their outcome when they end, so a
    second error is dropped in silence.

Cancelling whoever waits in gather cancels all its tasks in both ways.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def settle(fetch: Callable[[str], Awaitable[T]], keys: Sequence[str]) -> list[T | Exception]:
    return await asyncio.gather(*(fetch(key) for key in keys), return_exceptions=True)


async def first_error(fetch: Callable[[str], Awaitable[T]], keys: Sequence[str]) -> list[T]:
    return await asyncio.gather(*(fetch(key) for key in keys))


async def fetch_title(key: str) -> str:
    await asyncio.sleep({"news": 0.2, "broken": 0.1}.get(key, 0.3))
    if key == "broken":
        raise ValueError("there is no such page")
    print(f"  {key}: fetched")
    return f"The {key} page"


async def demo() -> None:
    keys = ["home", "broken", "news"]
    print("settle:", await settle(fetch_title, keys))
    try:
        await first_error(fetch_title, keys)
    except ValueError as error:
        print("first_error raised:", error, "(and the other pages?)")
    await asyncio.sleep(0.5)


if __name__ == "__main__":
    asyncio.run(demo())
