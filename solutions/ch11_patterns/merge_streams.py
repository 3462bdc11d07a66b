"""Fan-in: several asynchronous streams become one.

For each source there is a task that reads its next item. merge waits until one of these tasks is done, starts the next
read of that source, and hands out what has come. So no source is ever read further than one item, and no task needs to
be told to stop: a source that has ended gets no new task. The end of a source is an exception, StopAsyncIteration;
`next_item` makes an ordinary value of it.

A task that waits for an item must not be cancelled just because another source was faster: the cancellation would
be raised inside the source and end it. `asyncio.wait` leaves alone what it waits for.

The cleanup has two steps, and their order matters. First every reading task is cancelled and awaited, for as long as
one runs, nobody else may close its source; `gather` also looks at the errors that nobody will hear of any more. Then
the sources are closed: a cancelled read ends a generator, but one that is suspended at its `yield` knows nothing of
all this.

And no `yield` stands inside a TaskGroup. A group that fails cancels the task that entered it, and while merge is
suspended at a `yield`, that is the reader, at work on something else.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator
from typing import TypeVar

T = TypeVar("T")


async def merge(*sources: AsyncIterable[T]) -> AsyncGenerator[T, None]:
    reading: dict[asyncio.Task[list[T]], AsyncIterator[T]] = {}

    def read(source: AsyncIterator[T]) -> None:
        reading[asyncio.create_task(next_item(source))] = source

    try:
        for source in sources:
            read(aiter(source))
        while reading:
            done, _ = await asyncio.wait(reading, return_when=asyncio.FIRST_COMPLETED)
            for task in [task for task in reading if task in done]:  # who was asked first comes first
                source = reading.pop(task)
                for item in task.result():
                    read(source)
                    yield item
    finally:
        for task in reading:
            task.cancel()
        await asyncio.gather(*reading, return_exceptions=True)
        for source in sources:
            aclose = getattr(source, "aclose", None)
            if aclose is not None:
                await aclose()


async def next_item(source: AsyncIterator[T]) -> list[T]:
    """A list of the next item; an empty one when the source has ended."""
    try:
        return [await anext(source)]
    except StopAsyncIteration:
        return []


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
    asyncio.run(demo())
