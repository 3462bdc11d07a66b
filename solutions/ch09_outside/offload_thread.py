"""Blocking calls beside the event loop.

A coroutine gives way only where it awaits something that is not there yet. A plain function awaits nothing: as long as
it runs, its thread runs nothing else, and an `async def` around it changes nothing about that. So it needs another
thread. `asyncio.to_thread(function, argument)` gets the function, not its result: it has one of the threads of a pool
call it, and is itself something to await.

One thread alone would keep the loop free, but would make one call after the other. `gather` has every call handed over
before it waits for any, and puts the results in the order of its arguments.

A cancelled crawl ends at once: gather cancels its waiting, and not the threads, which nobody can stop.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def crawl(blocking_get: Callable[[str], T], urls: Sequence[str]) -> list[T]:
    return await asyncio.gather(*(asyncio.to_thread(blocking_get, url) for url in urls))


def get(url: str) -> str:
    time.sleep(1)
    return f"page of {url}"


async def counter() -> None:
    number = 0
    while True:
        print(number)
        number += 1
        await asyncio.sleep(0.2)


async def main() -> None:
    counting = asyncio.create_task(counter())
    await asyncio.sleep(0.1)
    started = time.perf_counter()
    print(await crawl(get, ["a.example", "b.example", "c.example"]))
    print(f"{time.perf_counter() - started:.1f} s")
    counting.cancel()


if __name__ == "__main__":
    asyncio.run(main())
