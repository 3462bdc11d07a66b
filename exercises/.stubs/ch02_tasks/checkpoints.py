"""Checkpoints: when does `await` hand over?

asyncio is cooperative. A task runs until it awaits something that is not there yet; only then
can another task run. The two functions below await, or compute, and hand over nowhere. Change
them so that others get their turn:

  countdown(name, n, log)   appends the texts "<name><k>" to the list `log`, for k from n down
                            to 1: "A3", "A2", "A1". Between two of its lines every other task that
                            is ready to run gets a turn.

  total(numbers, every)     adds up `numbers`, some iterable of integers that can be gone through
                            once, and returns the sum. It takes at most `every` numbers (1 or more)
                            out of it at a stretch; then every other ready task gets a turn before
                            the next number is taken.

For both of them:
  * they take no time: handing over is not sleeping. Nobody else ready? Then they go on at once;
  * after the last line, and after the last number, no turn is due;
  * all work is done on the event loop (no threads are needed), and nothing is left running;
  * whoever is cancelled on the way ends cancelled when its next turn comes.

Try it:  python exercises/ch02_tasks/checkpoints.py
"""

import asyncio
from collections.abc import Iterable


async def countdown(name: str, n: int, log: list[str]) -> None:
    for k in range(n, 0, -1):
        await write(f"{name}{k}", log)


async def write(line: str, log: list[str]) -> None:
    log.append(line)


async def total(numbers: Iterable[int], every: int) -> int:
    result = 0
    for number in numbers:
        result += number
    return result


async def demo() -> None:
    log: list[str] = []

    async def add() -> None:
        log.append(f"total: {await total(range(1_000_000), 1_000)}")

    await asyncio.gather(countdown("A", 3, log), countdown("B", 3, log))
    print(*log)
    log.clear()
    await asyncio.gather(add(), countdown("meanwhile-", 3, log))
    print(*log)


if __name__ == "__main__":
    asyncio.run(demo())
