"""Put a cancellation off until something is done that must not be torn.

A cancellation goes on to whatever the cancelled task awaits: a coroutine that it runs, a task that it waits for. So
commit gets a task of its own, and we wait for it in a way that hands nothing on. `asyncio.wait` is one: when it is
cancelled, it leaves alone what it waits for. (`asyncio.shield` is the other.)

That is half of it. A cancelled wait has raised CancelledError, and nobody waits for commit any more. So we wait
again, in a `finally`, where the CancelledError stays pending; and again, for each of these waits may be cancelled,
too. The later requests ask for what the first one has asked for already, and need not be kept. When commit is over,
the first CancelledError goes on its way as if it had just come.

If commit has failed by then, its exception has no caller left to go to. asyncio logs it.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")


async def commit_safely(commit: Callable[[], Coroutine[Any, Any, T]]) -> T:
    task = asyncio.create_task(commit())
    try:
        await asyncio.wait({task})
    finally:
        while not task.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait({task})
    return task.result()


async def pay_the_shop() -> str:
    for step in ("begin", "take 10 from Ann", "give 10 to the shop", "end"):
        print(" ", step)
        await asyncio.sleep(0.4)
    return "paid"


async def demo() -> None:
    task = asyncio.create_task(commit_safely(pay_the_shop))
    for when in ("Cancel it!", "Cancel it again!"):
        await asyncio.wait({task}, timeout=0.5)
        print(when)
        task.cancel()
    await asyncio.wait({task})
    print("Over. Cancelled:", task.cancelled())


if __name__ == "__main__":
    asyncio.run(demo())
