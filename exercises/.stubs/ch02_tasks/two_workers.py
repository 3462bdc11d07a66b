"""Make these two workers finish in 2 s, not 3 s.

`main` sends two workers on their errands, each of them exactly once:

    worker(1, "order milk")     takes 1 second
    worker(2, "order bread")    takes 2 seconds

As it stands, main needs 3 seconds: bread is ordered only when the milk is there.

Change `main` so that
  * both workers are under way at the same time: main takes as long as the slower one,
    whatever the workers' durations are (the tests bring workers of their own);
  * both have finished when main returns, and nothing is left running;
  * both run on main's own event loop (no threads are needed), and the loop is free all the
    while: never blocked, and not kept busy by asking again and again whether they are done
    (ten times a second is too often);
  * if main is cancelled on the way, it stops waiting and ends cancelled.

Try it:  python exercises/ch02_tasks/two_workers.py
"""

import asyncio
import time
from collections.abc import Awaitable, Callable


async def worker(delay: float, name: str) -> None:
    print(f"{time.strftime('%X')} {name}: start")
    await asyncio.sleep(delay)
    print(f"{time.strftime('%X')} {name}: done")


async def main(worker: Callable[[float, str], Awaitable[None]] = worker) -> None:
    await worker(1, "order milk")
    await worker(2, "order bread")


if __name__ == "__main__":
    started = time.perf_counter()
    asyncio.run(main())
    print(f"{time.perf_counter() - started:.1f} s")
