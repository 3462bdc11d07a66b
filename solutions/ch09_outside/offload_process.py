"""Computing beside the event loop.

A process has an interpreter and a GIL of its own, so processes really compute at the same time, on as many cores as
there are. The executor is used like one of threads: `run_in_executor` gives a future of asyncio for each call, the pool
sees to it that no more than `workers` of them are under way, and `gather` waits and puts the results in order.

What crosses the border between processes is pickled: the item on the way there, the result or the exception on the way
back, and func as its name. So the pool gets func itself. A lambda around it would have no name to be found by.

Processes do not go away by themselves. Shutting the pool down means waiting until they have ended, and since that
blocks it is done in a thread: the loop goes on even when an error or a cancellation comes while others still compute.
What has not begun by then is dropped. (`with ProcessPoolExecutor(...)` shuts down, too, but waits on the event loop's
thread, and for every item.)
"""

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")


async def parallel_map(func: Callable[[int], T], items: Sequence[int], workers: int) -> list[T]:
    loop = asyncio.get_running_loop()
    pool = ProcessPoolExecutor(workers)
    try:
        return await asyncio.gather(*(loop.run_in_executor(pool, func, item) for item in items))
    finally:
        await asyncio.to_thread(pool.shutdown, cancel_futures=True)


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
