"""A queue that can be closed.

Producers and consumers share a ClosableQueue. Whoever closes it tells all of them at once that it is over:

  * `await put(item)` adds an item. It waits while the queue holds maxsize items (0: there is no limit).
  * `await get()` takes the oldest item. It waits while there is none.
  * close() closes the queue, and never waits. From then on put raises QueueClosed, and so does every put that
    was waiting; its item is not delivered. What the queue holds can still be had. Once it is empty, every get
    raises QueueClosed, and so does every get that was waiting.
  * close(immediate=True) also drops what the queue holds. close may be called again, to do that for example.
  * `async for item in queue` gets item after item, and ends where get would raise QueueClosed.

Any number of tasks may put and get at the same time, and any value may be an item, None as well.
Waiting keeps nobody busy, and nothing is left running when all puts and gets are over.
A put or a get may be cancelled while it waits, by a timeout for example. Then no item is lost: what no get has
returned is still in the queue. And nobody else goes on waiting who could go on.
asyncio.Queue has something like it since Python 3.13; yours works on 3.11 too.

Try it:  python exercises/ch05_queues/queue_shutdown.py
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Generic, TypeVar

T = TypeVar("T")


class QueueClosed(Exception):
    """Nothing can be put, or nothing more will come."""


class ClosableQueue(Generic[T]):
    def __init__(self, maxsize: int = 0) -> None:
        raise NotImplementedError

    async def put(self, item: T) -> None:
        raise NotImplementedError

    async def get(self) -> T:
        raise NotImplementedError

    def close(self, *, immediate: bool = False) -> None:
        raise NotImplementedError

    def __aiter__(self) -> AsyncIterator[T]:
        raise NotImplementedError


async def demo() -> None:
    queue: ClosableQueue[int] = ClosableQueue(maxsize=2)

    async def consumer(name: str) -> None:
        async for number in queue:
            print(f"{name} got {number}")
            await asyncio.sleep(0.3)

    consumers = asyncio.gather(consumer("Ann"), consumer("Bob"))
    for number in range(5):
        await queue.put(number)
    queue.close()
    await consumers


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("There is no queue yet: write ClosableQueue.")
