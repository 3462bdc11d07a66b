"""Fetch many pages, but only a few of them at a time.

fetch is a coroutine function. fetch_all(fetch, urls, limit) awaits fetch(url) for each url and returns the results, in
the order of urls. As it stands all the fetches are under way at the same time, however many there are.

Change fetch_all so that at most `limit` of them (at least 1) are:
  * fetch is called once for each url, for equal ones too, and there are never more than `limit` calls under way;
  * they begin in the order of urls, and no time is wasted: as long as there are urls left, `limit` calls are under way,
    and when one of them has ended, the next one begins at once;
  * limit may be larger than the number of urls; without urls the result is an empty list; any value may be a result;
  * waiting keeps nobody busy, and each call of fetch_all has a limit of its own.

And when something goes wrong:
  * a fetch raises: that error comes out of fetch_all, at once or later, as it is or in an ExceptionGroup;
  * fetch_all is cancelled: CancelledError comes out of it.
Fetches that are under way then, or have not begun, may go on or not. But the limit holds for them too, and nothing is
left that waits for ever.

Try it:  python exercises/ch08_sync/semaphore_limit.py
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def fetch_all(
    fetch: Callable[[str], Coroutine[Any, Any, T]], urls: Sequence[str], limit: int
) -> list[T]:
    return await asyncio.gather(*(fetch(url) for url in urls))


async def slow_page(url: str) -> str:
    print(f"asking for {url}")
    await asyncio.sleep(1.2 if url == "/a" else 0.4)
    print(f"        got {url}")
    return url.upper()


if __name__ == "__main__":
    started = time.perf_counter()
    urls = ["/a", "/b", "/c", "/d", "/e", "/f"]
    print(asyncio.run(fetch_all(slow_page, urls, limit=2)))
    print(f"{time.perf_counter() - started:.1f} s; with two at a time it takes 1.6 s")
