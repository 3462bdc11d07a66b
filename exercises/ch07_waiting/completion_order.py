"""Take results as they arrive.

`jobs` is a sequence of coroutine functions without parameters: `await jobs[0]()` gives a value, or raises. Write
`stream_results(jobs)`, which gives an asynchronous iterator over the outcomes of all the jobs, as they come.

  * For each job there is one pair, `(number, outcome)`. number is the place of the job in `jobs`, from 0. outcome is
    the value that the job returned, whatever it is; or the exception itself, if the job raised one. So an error is an
    outcome like any other, and the stream goes on. ("Raised" means any Exception.)
  * Each job is called once, and all of them are under way at the same time. They begin when stream_results is called
    or when the first outcome is asked for, as you like.
  * Whoever asks gets an outcome as soon as there is one. The jobs do not wait for a slow consumer: what ends while
    nobody asks is kept, and comes at once when it is asked for, in any order.
  * When every outcome has been given, the iteration ends, also for who asks once more. Without jobs it ends at once.
  * The iterator has a method `aclose()`, as asynchronous generators have. A consumer calls it at any time, even
    before it has asked for anything: when it has had enough, when it was cancelled, after the end, or twice. It cancels
    all the jobs that are under way at once, and is over as soon as the last of them is, and not before (a cancelled
    job may need time to clean up, and may fail then). Outcomes that nobody has asked for are dropped in silence,
    errors too.
  * If the consumer is cancelled while it waits for an outcome, CancelledError comes out of that wait. (A
    cancellation that comes while the jobs are cleaning up is not tested.)

stream_results waits; it does not look again and again. An asynchronous generator (change the `def` to `async def`)
is as good as a class.

Try it:  python exercises/ch07_waiting/completion_order.py
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def stream_results(
    jobs: Sequence[Callable[[], Coroutine[Any, Any, T]]],
) -> AsyncIterator[tuple[int, T | Exception]]:
    raise NotImplementedError


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
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: stream_results.")
