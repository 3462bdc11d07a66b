"""Backpressure: read ahead of a slow sink, but not too far.

Two tasks and a queue between them: one reads, this one writes. `Queue(maxsize=limit)` does the rest: `put` waits while
`limit` items lie in the queue, and so the reader stops by itself, with one item in its hand, until the sink catches up.

The end travels through the queue, behind the last item: an object of its own type, since any value may be an item. It
brings the source's error along, so the error comes out when everything read before has been written. A cancelled reader
puts nothing: on a full queue it would wait for ever.

When the sink fails, or pipeline is cancelled, the reader may be waiting in `put`. Nobody will empty the queue any more,
so it must be cancelled, and awaited: only when it is over may somebody else close the source. A cancelled reader does
not close it: an asynchronous generator that is suspended at its `yield` knows nothing of the reader's end.
"""

import asyncio
import time
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class End:
    """Comes behind the last item."""

    error: Exception | None


async def pipeline(source: AsyncIterable[T], sink: Callable[[T], Awaitable[None]], limit: int) -> int:
    ahead: asyncio.Queue[T | End] = asyncio.Queue(maxsize=limit)

    async def read() -> None:
        error = None
        try:
            async for item in source:
                await ahead.put(item)
        except Exception as failure:
            error = failure
        await ahead.put(End(error))

    reader = asyncio.create_task(read())
    try:
        count = 0
        while not isinstance(item := await ahead.get(), End):
            await sink(item)
            count += 1
        if item.error is not None:
            raise item.error
        return count
    finally:
        reader.cancel()
        await asyncio.wait([reader])
        aclose = getattr(source, "aclose", None)
        if aclose is not None:
            await aclose()


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
    print(f"{count} letters in {time.perf_counter() - started:.1f} s")
