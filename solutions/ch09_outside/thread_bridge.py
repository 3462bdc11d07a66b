"""Between threads and the event loop, in both directions.

Nothing of asyncio may be touched from another thread, with very few exceptions: a queue that is filled there may be in
the middle of a change by the loop's thread, and above all the loop does not know of it. It sleeps until a timer is due
or a socket has something to say. `call_soon_threadsafe` hands the loop a function to call, and wakes it.

So push does not put the item on the queue; it has the loop do that. The calls are made in the order in which they were
handed over, which keeps the items of each thread in order, and the end behind everything that was pushed before it.
An asyncio.Queue does the waiting. A `get` that is cancelled takes nothing out, and whatever the generator has not
given yet is still in the queue. Who meets the end puts it back, for those who ask later.

For a whole coroutine there is `run_coroutine_threadsafe`. Its future is one of threads: `result` blocks. On the loop's
own thread that would block the one who has to do the work, so call_async asks first whether it is there. Giving up
waiting does not end the coroutine. Cancelling the future does, and changes nothing if the coroutine is over and the
TimeoutError was its own.
"""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Coroutine
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class End:
    """Comes behind the last item."""


class ThreadFeed(Generic[T]):
    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._items: asyncio.Queue[T | End] = asyncio.Queue()

    def push(self, item: T) -> None:
        self._loop.call_soon_threadsafe(self._items.put_nowait, item)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._items.put_nowait, End())

    async def __aiter__(self) -> AsyncIterator[T]:
        while not isinstance(item := await self._items.get(), End):
            yield item
        self._items.put_nowait(item)


def call_async(coro: Coroutine[Any, Any, T], loop: asyncio.AbstractEventLoop, seconds: float) -> T:
    if asyncio._get_running_loop() is loop:
        coro.close()
        raise RuntimeError("call_async would wait for its own thread; await the coroutine there")
    future = asyncio.run_coroutine_threadsafe(coro, loop)
    try:
        return future.result(seconds)
    except TimeoutError:
        future.cancel()
        raise


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
    asyncio.run(demo())
