"""Backpressure: read ahead of a slow sink, but not too far.

pipeline(source, sink, limit) carries the items of an asynchronous iterable to a sink, and returns how many
there were. As it stands it reads nothing while the sink is at work.

Change pipeline so that reading and writing overlap:
  * `await sink(item)` is called once for each item, one at a time, in the order of the source.
    Any value may be an item, None as well;
  * while the sink is at work, pipeline reads on, until `limit` items (at least 1) wait for the sink;
  * it does not read on for ever: there are never more than limit + 1 items that have been read and that
    the sink has not begun (limit that wait, and one in the hand of whoever reads);
  * it returns when the source has come to its end and the last item is written.

And when something goes wrong:
  * the source raises an Exception: the items read before are still written, then that error comes out;
  * the sink raises: that error comes out at once, and nothing more is read or written.
    (Either error may come out as it is, or as the only one in an ExceptionGroup.)
  * pipeline is cancelled: so is the sink's work, and as soon as that is over, pipeline ends cancelled.

However it ends, no task is left behind, and the source is over: it has ended by itself, or it was closed by its
aclose(), and that has ended too. Asynchronous generators have an aclose(); other sources need not have one.

Try it:  python exercises/ch05_queues/bounded_queue.py
"""

import asyncio
import time
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def pipeline(source: AsyncIterable[T], sink: Callable[[T], Awaitable[None]], limit: int) -> int:
    count = 0
    async for item in source:
        await sink(item)
        count += 1
    return count


async def letters() -> AsyncIterator[str]:
    for letter in "abcde":
        await asyncio.sleep(0.5)
        print(f"read {letter}")
        yield letter


async def write(letter: str) -> None:
    await asyncio.sleep(0.5)
    print(f"        wrote {letter}")


if __name__ == "__main__":
    started = time.perf_counter()
    count = asyncio.run(pipeline(letters(), write, limit=3))
    print(f"{count} letters in {time.perf_counter() - started:.1f} s; 3.0 s would do")
