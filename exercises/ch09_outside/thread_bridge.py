"""Between threads and the event loop, in both directions.

ThreadFeed(loop) brings items from threads to a coroutine on the event loop `loop`:
  * push(item) may be called on any thread, the loop's own too. It never waits, not even for the loop.
  * `async for item in feed`, on the loop, gives the items: those of one thread in the order of its pushes, none lost and
    none twice. Any value may be an item. Whoever waits for an item gets it as soon as it is pushed, even if nothing
    else happens on the loop.
  * close() may be called on any thread, and more than once. `async for` ends when everything that was pushed before
    has been given, at once if it is waiting, and so does every later one. (What push does after close is up to you.)
  * Waiting leaves the loop free for others, and asks for nothing meanwhile: no polling, no timer.
  * Leaving `async for` early, or being cancelled while it waits, loses nothing: the next `async for` goes on
    with the next item. There is never more than one at a time.

call_async(coro, loop, seconds) brings a call from another thread to the loop, and blocks that thread for it:
  * the coroutine runs on `loop`, and what it returns or raises comes out of call_async. Several threads may be
    waiting for their calls at the same time.
  * When it has not ended within `seconds`, it is cancelled, and call_async raises TimeoutError (at once or when the
    coroutine is over).
  * Called on the thread that runs `loop`, which may be any thread, it would wait for itself: there it closes coro
    and raises RuntimeError at once.

Try it:  python exercises/ch09_outside/thread_bridge.py
"""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Coroutine
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class ThreadFeed(Generic[T]):
    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        raise NotImplementedError

    def push(self, item: T) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def __aiter__(self) -> AsyncIterator[T]:
        raise NotImplementedError


def call_async(coro: Coroutine[Any, Any, T], loop: asyncio.AbstractEventLoop, seconds: float) -> T:
    coro.close()
    raise NotImplementedError


async def double(number: int) -> int:
    await asyncio.sleep(0.2)
    return 2 * number


async def demo() -> None:
    loop = asyncio.get_running_loop()
    feed: ThreadFeed[str] = ThreadFeed(loop)

    def sensor(name: str) -> None:
        for number in range(3):
            time.sleep(0.3)
            feed.push(f"{name}: {call_async(double(number), loop, seconds=5)}")

    def sensors() -> None:
        threads = [threading.Thread(target=sensor, args=(name,)) for name in ("north", "south")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        feed.close()

    threading.Thread(target=sensors).start()
    async for reading in feed:
        print(reading)


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("There is no bridge yet: write ThreadFeed and call_async.")
