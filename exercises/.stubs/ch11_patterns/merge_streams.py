"""Fan-in: several asynchronous streams become one.

`merge(a, b, ...)` gives an asynchronous iterator over the items of all its sources, each as soon as it comes:
  * whoever reads gets an item at the moment at which any of the sources gives it. No source waits for another one;
  * every item comes once. Those of one source keep their order; any value may be an item, None as well;
  * it ends when all sources have ended, and so at once when there are none.

What the reader does with an item takes time:
  * meanwhile merge may read on, but not far: of each source there are never more than two items that have been read and
    that the reader has not got;
  * meanwhile nothing disturbs the reader. An error waits until he asks for an item.

A source raises an Exception: a reader who waits gets it at once, alone or in an ExceptionGroup. One who comes later
    gets it too; items that have been read before may come first or be lost. After the error nothing more comes.
The reader is cancelled while he waits for an item: CancelledError comes out at once.
The reader has had enough, and awaits the iterator's aclose(): after that nothing more comes.

However it ends, when it is over no task is left behind, and every source is over too: it has ended by itself, or it was
closed by its aclose(), and that has been awaited to its end. Asynchronous generators have an aclose(); others need not
have one. No aclose() raises. An asynchronous generator can be read and closed by one task at a time.

An asynchronous generator (`async def` with a `yield`, so change the `def`) is as good as a class with `__aiter__`,
`__anext__` and `aclose`.

Try it:  python exercises/ch11_patterns/merge_streams.py
"""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterable
from typing import TypeVar

T = TypeVar("T")


def merge(*sources: AsyncIterable[T]) -> AsyncGenerator[T, None]:
    raise NotImplementedError


async def ticks(name: str, interval: float) -> AsyncGenerator[str, None]:
    try:
        for number in range(1, 4):
            await asyncio.sleep(interval)
            yield f"{name}{number}"
    finally:
        print(f"  {name} is over")


async def demo() -> None:
    started = time.perf_counter()
    async for item in merge(ticks("a", 0.3), ticks("b", 0.5)):
        print(f"{time.perf_counter() - started:.1f} s  {item}")


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: merge.")
