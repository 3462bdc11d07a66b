"""Checkpoints: when does `await` hand over?

`await` hands over to the event loop only if what it awaits, in the end, has to wait: a future that is not done.
Awaiting a coroutine is like calling a function: it runs at once, in the same task, and if nothing in it has to wait,
the task goes straight on.

`asyncio.sleep(0)` is the usual way to say "everybody else first": it suspends the task once and puts it at the end of
the queue of the ready ones. Nothing is scheduled for later, so no time passes.
"""

import asyncio
from collections.abc import Iterable
from itertools import islice


async def countdown(name: str, n: int, log: list[str]) -> None:
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers: Iterable[int], every: int) -> int:
    result = 0
    remaining = iter(numbers)
    while chunk := list(islice(remaining, every)):
        result += sum(chunk)
        await asyncio.sleep(0)
    return result


async def demo() -> None:
    log: list[str] = []
    await asyncio.gather(countdown("A", 3, log), countdown("B", 3, log))
    print(*log)
    print(await total(range(1_000_000), 1_000))


if __name__ == "__main__":
    asyncio.run(demo())
