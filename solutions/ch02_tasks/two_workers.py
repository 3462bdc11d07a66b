"""Make these two workers finish in 2 s, not 3 s.

`await worker(...)` runs the worker inside main's own task, as a function call would: main goes on when it is done. For
both to be under way, each needs a task of its own, made before the first of them is waited for.

`asyncio.gather` does just that: it wraps every coroutine in a task, and only then waits for all of them. When main is
cancelled while it waits, gather hands the cancellation on to both tasks.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def worker(delay: float, name: str) -> None:
    print(f"{name}: start")
    await asyncio.sleep(delay)
    print(f"{name}: done")


async def main(worker: Callable[[float, str], Awaitable[None]] = worker) -> None:
    await asyncio.gather(worker(1, "order milk"), worker(2, "order bread"))


if __name__ == "__main__":
    asyncio.run(main())
