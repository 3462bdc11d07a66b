"""One measurement of one event loop, in a process of its own: `python -m tests.project.bench.turns LOOP WORK`.

Prints the seconds that the work took. It needs the standard library and the player alone, and looptime for "looptime".
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from math import inf
from typing import Any

from kata.player import steps
from kata.player.loop import PacedLoop
from kata.player.ties import Ties
from kata.player.timeline import Timeline
from kata.player.where import Answer


async def _turns() -> None:
    for _ in range(100_000):
        await asyncio.sleep(0)


async def _tasks() -> None:
    await asyncio.gather(*(asyncio.sleep(1) for _ in range(10_000)))


async def _seconds() -> None:
    for _ in range(3_600):
        await asyncio.sleep(1)


WORKS: dict[str, Callable[[], Awaitable[None]]] = {"turns": _turns, "tasks": _tasks, "seconds": _seconds}
AMOUNTS = {"turns": 100_000, "tasks": 10_000, "seconds": 3_600}


def _paced() -> asyncio.AbstractEventLoop:
    return PacedLoop(Timeline(virtual=True), Ties())


def _stepped(most: float = steps.MOST) -> asyncio.AbstractEventLoop:
    loop = steps.SteppedLoop(Timeline(virtual=True), Ties())
    loop.steps = steps.Steps(Answer("answer.py", ""))
    steps.MOST = most  # type: ignore[assignment]
    return loop


def _looptime() -> Any:
    import looptime

    return looptime.new_event_loop()


LOOPS: dict[str, Callable[[], Any]] = {
    "stock": asyncio.SelectorEventLoop,
    "virtual": _paced,
    "steps": _stepped,
    "all steps": lambda: _stepped(inf),
    "looptime": _looptime,
}


def main(loop_name: str, work: str) -> None:
    """Measures and prints."""
    clock = time.perf_counter
    loop = LOOPS[loop_name]()
    start = clock()
    loop.run_until_complete(WORKS[work]())
    print(clock() - start)
    loop.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
