"""Take results as they arrive.

`asyncio.as_completed` gives awaitables, one for each job, and the first of them to be awaited brings what is over
first, whichever job that was. It does not tell which. So the outcome must bring its number along: each job is wrapped
in a coroutine that knows the number, and that makes a value of an error, which then no longer ends anything.

The generator owns its tasks. It is left by its end, by a GeneratorExit at the `yield` at `aclose()`,
and by a CancelledError at the `await`; `finally` sees them all. There every task is asked to end, and then waited for:
`gather` with `return_exceptions=True` waits until the last one is over. To tasks that are over already, neither does
anything.

Nothing begins before the first outcome is asked for. A generator that is closed before that runs no line of its
body, and has nothing to clean up either.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def stream_results(
    jobs: Sequence[Callable[[], Coroutine[Any, Any, T]]],
) -> AsyncIterator[tuple[int, T | Exception]]:
    async def numbered(number: int, job: Callable[[], Coroutine[Any, Any, T]]) -> tuple[int, T | Exception]:
        try:
            return number, await job()
        except Exception as error:
            return number, error

    tasks = [asyncio.create_task(numbered(number, job)) for number, job in enumerate(jobs)]
    try:
        for next_one in asyncio.as_completed(tasks):
            yield await next_one
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def slow() -> str:
    await asyncio.sleep(1.2)
    return "slow, but here"


async def broken() -> str:
    await asyncio.sleep(0.8)
    raise OSError("broken")


async def quick() -> str:
    await asyncio.sleep(0.4)
    return "quick"


async def demo() -> None:
    started = time.perf_counter()
    async for number, outcome in stream_results([slow, broken, quick]):
        print(f"{time.perf_counter() - started:.1f} s: job {number}: {outcome!r}")


if __name__ == "__main__":
    asyncio.run(demo())
