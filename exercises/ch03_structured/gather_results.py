"""Fetch many things at once: take everything as it comes, or stop at the first error.

`await fetch(key)` gives the value for this key, or raises. Write two functions that fetch all the `keys`:

    settle(fetch, keys)         waits until every fetch is over, no longer, and returns a list with one item for
                                each key: the value, or the exception itself if the fetch raised one.
    first_error(fetch, keys)    returns the list of the values. If a fetch raises, first_error raises this very
                                exception at once; the fetches that are still under way go on to their end, and
                                what becomes of them is nobody's business: not even a second error is complained of.

For both of them:
  * fetch is called once for each item of keys (twice for a key that stands there twice), and all the fetches are
    under way at the same time;
  * the list is in the order of the keys, whichever fetch ends first;
  * whatever fetch returns is a value, even None or an exception object. "Raises" means any Exception;
  * without keys the result is [], at once;
  * nothing is left running when they return;
  * if the caller is cancelled, CancelledError comes out, and all the fetches under way are cancelled too
    (they raise nothing else then).

Try it:  python exercises/ch03_structured/gather_results.py
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def settle(fetch: Callable[[str], Awaitable[T]], keys: Sequence[str]) -> list[T | Exception]:
    raise NotImplementedError


async def first_error(fetch: Callable[[str], Awaitable[T]], keys: Sequence[str]) -> list[T]:
    raise NotImplementedError


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
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: settle and first_error.")
