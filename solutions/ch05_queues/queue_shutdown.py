"""A queue that can be closed.

Everybody who has to wait waits for the same thing: that something changes. Then he looks again whether he can go on,
and if not, he waits for the next change. `_changed` is that signal: whoever changes something sets it, which wakes all
who wait for it now, and puts a fresh one in its place for those who will wait from now on.

Looking again is what makes this safe. A waiter is promised nothing, so a waiter that is cancelled takes nothing with
it: no item, and no wake-up that was meant for somebody else. Between the last look and the change that follows it there
is no `await`, so no other task can come between.

Closing is one more change. It need not know who waits, or how many.

Waking everybody for each item costs time when thousands wait. asyncio.Queue keeps a line of futures and wakes one of
them; then a waiter that was woken and is cancelled at that moment has to wake the next.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from typing import Generic, TypeVar

T = TypeVar("T")


class QueueClosed(Exception):
    """The queue is closed: nothing can be put, or nothing more will come."""


class ClosableQueue(Generic[T]):
    def __init__(self, maxsize: int = 0) -> None:
        self._maxsize = maxsize
        self._items: deque[T] = deque()
        self._closed = False
        self._changed = asyncio.Event()

    async def put(self, item: T) -> None:
        while not self._closed and 0 < self._maxsize <= len(self._items):
            await self._changed.wait()
        if self._closed:
            raise QueueClosed
        self._items.append(item)
        self._tell_everybody()

    async def get(self) -> T:
        while not self._items and not self._closed:
            await self._changed.wait()
        if not self._items:
            raise QueueClosed
        item = self._items.popleft()
        self._tell_everybody()
        return item

    def close(self, *, immediate: bool = False) -> None:
        self._closed = True
        if immediate:
            self._items.clear()
        self._tell_everybody()

    async def __aiter__(self) -> AsyncIterator[T]:
        while True:
            try:
                item = await self.get()
            except QueueClosed:
                return
            yield item

    def _tell_everybody(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()


async def demo() -> None:
    queue: ClosableQueue[int] = ClosableQueue(maxsize=2)

    async def consumer(name: str) -> None:
        async for number in queue:
            print(f"{name} got {number}")
            await asyncio.sleep(0.3)
        print(f"{name} goes home")

    async with asyncio.TaskGroup() as group:
        group.create_task(consumer("Ann"))
        group.create_task(consumer("Bob"))
        for number in range(5):
            await queue.put(number)
        queue.close()


if __name__ == "__main__":
    asyncio.run(demo())
