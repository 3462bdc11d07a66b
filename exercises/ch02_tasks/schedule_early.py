"""Send the requests before you turn to other work.

Five requests take a second each, and there is other work for 2 seconds. Waiting for an answer
costs no work, so all of it together need not take longer than the other work: 2 s, not 7 s.

`get_request(url)` is a coroutine function that sends one request and returns the response.
`other_work()` is a coroutine function too; it returns nothing.

Change `make_requests` so that
  * every request and the other work are under way from the very beginning, all at the same time,
    on the event loop that make_requests runs on (no threads are needed);
  * get_request is called once for each item of `urls` (twice for a url that stands there twice),
    other_work is called once;
  * the loop is free all the while: never blocked, nor kept busy by asking again and again (ten
    times a second is too often);
  * it returns the list of the responses, in the order of the urls, as soon as all responses are
    there and the other work is done; nothing is left running then;
  * any number of urls will do; with none, the result is [] when the other work is done;
  * a request or other work that raises an error makes make_requests fail: the error comes out of
    it, alone or in an exception group, and nobody says how soon;
  * if make_requests is cancelled, it ends cancelled.

Try it:  python exercises/ch02_tasks/schedule_early.py
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def make_requests(
    urls: Sequence[int],
    get_request: Callable[[int], Awaitable[T]],
    other_work: Callable[[], Awaitable[None]],
) -> list[T]:
    responses = []
    for url in urls:
        responses.append(await get_request(url))
    await other_work()
    return responses


async def get_request(url: int) -> str:
    await asyncio.sleep(1)
    return f"page {url}"


async def tidy_up() -> None:
    await asyncio.sleep(2)


if __name__ == "__main__":
    started = time.perf_counter()
    print(asyncio.run(make_requests([1, 2, 3, 4, 5], get_request, tidy_up)))
    print(f"{time.perf_counter() - started:.1f} s")
