"""Computing beside the event loop.

parallel_map(func, items, workers) calls func(item) for each item, and returns the results in the order of the items.
func computes for a long time. Threads would not help: those of one process take turns, as there is one GIL for all
of them. As it stands, func runs on the event loop's thread, and nothing else can run meanwhile.

Change parallel_map so that:
  * func runs in other processes, never in this one, and once for each item;
  * never more than `workers` calls (at least 1) are under way at the same time, and no fewer as long as there
    are items enough;
  * the event loop goes on while the calls are under way;
  * any value that can be pickled may be a result, and without items the result is an empty list.
func is defined at the top of a module that the other processes can import.

And when something goes wrong:
  * a call raises: such an exception comes out of parallel_map, at once or when the other calls are over.
    (It may come out as it is, or as the only one in an ExceptionGroup.)
  * parallel_map is cancelled (once): it ends cancelled, at once or when the calls under way are over.

However it ends: none of its processes is alive any more when it does. (For what still has to be waited for then, you
may block the event loop.)

Try it:  python exercises/ch09_outside/offload_process.py
"""

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def parallel_map(func: Callable[[int], T], items: Sequence[int], workers: int) -> list[T]:
    return [func(item) for item in items]


def count_primes(below: int) -> str:
    primes = [number for number in range(2, below) if all(number % d for d in range(2, int(number**0.5) + 1))]
    return f"{len(primes)} primes, counted by process {os.getpid()}"


async def counter() -> None:
    number = 0
    while True:
        print(number)
        number += 1
        await asyncio.sleep(0.2)


async def main() -> None:
    counting = asyncio.create_task(counter())
    await asyncio.sleep(0.1)
    started = time.perf_counter()
    print(*await parallel_map(count_primes, [60_000, 61_000, 62_000, 63_000], workers=2), sep="\n")
    print(f"{time.perf_counter() - started:.1f} s, and this is process {os.getpid()}")
    counting.cancel()


if __name__ == "__main__":
    asyncio.run(main())
