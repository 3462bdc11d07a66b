"""A pool of workers over a stream of jobs.

No queue is needed where the items already stand in a line: all workers share one iterator. Each takes the next item
when it has finished the one before, so there is never more than one item per worker, nothing is read ahead, and nobody
waits while there is work. Taking an item is a plain `next()` without an `await` in it, so no other worker can come
between; the number that `enumerate` gives says where the result belongs.

A task group does the rest: when a worker fails it cancels the others, waits until they are over, and raises. It does
the same when map_pool is cancelled. What comes out is a group; with one error in it, the error alone says more.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_pool(func: Callable[[T], Coroutine[Any, Any, R]], items: Iterable[T], workers: int) -> list[R]:
    line = iter(enumerate(items))
    results: dict[int, R] = {}

    async def worker() -> None:
        for number, item in line:
            results[number] = await func(item)

    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(workers):
                group.create_task(worker())
    except ExceptionGroup as failed:
        if len(failed.exceptions) == 1:
            raise failed.exceptions[0] from None
        raise
    return [results[number] for number in range(len(results))]


async def fold(letter: str) -> str:
    await asyncio.sleep(1.2 if letter == "a" else 0.4)
    print(f"folded {letter}")
    return letter.upper()


if __name__ == "__main__":
    started = time.perf_counter()
    print(asyncio.run(map_pool(fold, iter("abcdef"), workers=2)))
    print(f"{time.perf_counter() - started:.1f} s")
