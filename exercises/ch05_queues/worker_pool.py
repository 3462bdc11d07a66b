"""A pool of workers over a stream of jobs.

func is a coroutine function. map_pool(func, items, workers) awaits func(item) for each item and returns the
results, in the order of the items. As it stands it does one item after the other.

Change map_pool so that `workers` items (at least 1) can be at work at the same time:
  * func is called once for each item, and there are never more than `workers` calls under way;
  * nobody is idle while there is work: when a call has ended, the next item begins at once;
  * `items` is any iterable. It may be a generator that would give millions of items, so it is read
    as the work goes on: never more than 2 * workers + 1 items that have been taken from it and are not finished;
  * any value may be an item or a result; without items the result is an empty list.

And when something goes wrong:
  * a call of func raises an Exception: the other calls are cancelled, no further item is taken from items or begun,
    and as soon as the cancelled calls are over, that error comes out of map_pool (a cancelled call may take
    its time to clean up, and then it ends cancelled);
  * items itself raises: the same;
    (Either error may come out as it is, or as the only one in an ExceptionGroup.)
  * map_pool is cancelled: the calls are cancelled, and it ends cancelled as soon as they are over.
However it ends, no task is left behind.

Try it:  python exercises/ch05_queues/worker_pool.py
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_pool(
    func: Callable[[T], Coroutine[Any, Any, R]], items: Iterable[T], workers: int
) -> list[R]:
    return [await func(item) for item in items]


async def fold(letter: str) -> str:
    await asyncio.sleep(1.2 if letter == "a" else 0.4)
    print(f"folded {letter}")
    return letter.upper()


if __name__ == "__main__":
    started = time.perf_counter()
    print(asyncio.run(map_pool(fold, iter("abcdef"), workers=2)))
    print(f"{time.perf_counter() - started:.1f} s; 1.6 s would do")
