"""Fetch many pages, but only a few of them at a time.

A semaphore holds `limit` permits. There is one for all fetches, made before the first of them begins, and each fetch
takes a permit of its own: a semaphore for each url, or one permit around all of them, would hold nobody back.

`async with` gives the permit back whichever way the fetch ends; a permit that is lost with an error would be missing
from then on. Waiting tasks get their permits in the order in which they asked, which is the order of urls.

A task for each url is made at once, and most of them only wait for a permit. That is fine for a sequence. For a stream
of urls without an end a fixed number of workers is the better shape.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def fetch_all(
    fetch: Callable[[str], Coroutine[Any, Any, T]], urls: Sequence[str], limit: int
) -> list[T]:
    permits = asyncio.Semaphore(limit)

    async def fetch_with_permit(url: str) -> T:
        async with permits:
            return await fetch(url)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch_with_permit(url)) for url in urls]
    return [task.result() for task in tasks]


async def slow_page(url: str) -> str:
    print(f"asking for {url}")
    await asyncio.sleep(1.2 if url == "/a" else 0.4)
    print(f"        got {url}")
    return url.upper()


if __name__ == "__main__":
    started = time.perf_counter()
    urls = ["/a", "/b", "/c", "/d", "/e", "/f"]
    print(asyncio.run(fetch_all(slow_page, urls, limit=2)))
    print(f"{time.perf_counter() - started:.1f} s")
