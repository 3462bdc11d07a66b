"""Blocking calls beside the event loop.

crawl(blocking_get, urls) calls blocking_get(url) for each of the urls, and returns the results in the order of the
urls. blocking_get is a plain function, as synchronous libraries have them: it keeps the thread that called it
until the answer is there. As it stands, it keeps the thread of the event loop: the demo's counter stands still.

Change crawl so that:
  * the event loop goes on all the time: other tasks, like the counter, never notice the calls;
  * blocking_get never runs on the event loop's thread;
  * all the calls are under way at the same time (up to five; with more urls than that, some may have to wait);
  * blocking_get is called once for each url: a url that stands there twice is called twice;
  * any value may be a result, and without urls the result is an empty list.

And when something goes wrong:
  * a call raises: its exception comes out of crawl, at once or when the other calls are over.
    (It may come out alone or in an ExceptionGroup.)
  * crawl is cancelled: it ends cancelled. Nobody can stop a thread, so the calls under way go on to their end;
    whether crawl waits for that is up to you, but the event loop goes on all the time here, too.

Try it:  python exercises/ch09_outside/offload_thread.py
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def crawl(blocking_get: Callable[[str], T], urls: Sequence[str]) -> list[T]:
    return [blocking_get(url) for url in urls]


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
    print(f"{time.perf_counter() - started:.1f} s; 1.0 s would do, and the counter would go on")
    counting.cancel()


if __name__ == "__main__":
    asyncio.run(main())
