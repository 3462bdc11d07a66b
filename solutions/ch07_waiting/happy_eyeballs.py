"""A race with staggered starts.

One wait does it all. It ends when an attempt is over, or when the delay is, whichever comes first: `asyncio.wait` with
a timeout cancels nothing and raises nothing when the time is up. In both cases it is time for the next attempt, if
there is one, unless somebody has won. When all have begun there is no delay any more, and only the attempts are waited
for.

(This reads the rule generously: the next attempt begins when any of them has failed, the latest or an earlier one.)

However the race ends, it ends through the `finally`: every task is cancelled, and waited for until the last of them is
over. Who has not begun by then never begins, since only this loop begins attempts.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def staggered_race(attempts: Sequence[Callable[[], Coroutine[Any, Any, T]]], delay: float) -> T:
    if not attempts:
        raise ValueError("there is nothing to attempt")
    not_begun = deque(attempts)
    tasks: list[asyncio.Task[T]] = []
    pending: set[asyncio.Task[T]] = set()
    try:
        while not_begun or pending:
            if not_begun:
                tasks.append(asyncio.create_task(not_begun.popleft()()))
                pending.add(tasks[-1])
            head_start = delay if not_begun else None
            done, pending = await asyncio.wait(
                pending, timeout=head_start, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                if task.exception() is None:
                    return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("every attempt failed", [error for task in tasks if (error := task.exception())])


STARTED = time.perf_counter()


def address(name: str, takes: float, works: bool = True) -> Callable[[], Coroutine[Any, Any, str]]:
    async def connect() -> str:
        print(f"  {time.perf_counter() - STARTED:.1f} s: {name}?")
        await asyncio.sleep(takes)
        if not works:
            raise OSError(f"{name} refuses")
        return f"{time.perf_counter() - STARTED:.1f} s: connected to {name}"

    return connect


async def demo() -> None:
    hosts = [
        address("A", 9),
        address("B", 0.2, works=False),
        address("C", 0.8),
        address("D", 9),
        address("E", 9),
    ]
    print(await staggered_race(hosts, 0.5))


if __name__ == "__main__":
    asyncio.run(demo())
