"""Make these two workers finish in 2 s, not 3 s.

`await worker(...)` alone runs the worker inside main's own task: main goes on when it is done. To have both under way,
each needs a task of its own. `asyncio.gather` wraps every coroutine in a task before it waits for any of them.
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
