"""A race in phases: everybody starts together, and nobody is a phase ahead.

Two kinds of waiting. For the gate everybody waits for one thing that happens once, and stays so: an Event. All who wait
are woken by the same `set()`, and whoever comes later need not wait at all. For the end of a phase everybody waits for
everybody else, again and again: a Barrier. It lets its parties go when as many as it was made for have come, and is
ready for the next time.

A barrier counts arrivals and knows nothing of tasks. If a runner fails on his way there, the others would wait for him
for ever, so somebody has to end them: the task group cancels all of them at the first error, and waits until they are
over. It does the same when run_race is cancelled.

(With a task group for each phase instead of a barrier, the end of the block is the meeting point. That is simpler
where a runner has nothing to remember from one phase to the next.)
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any


async def run_race(
    step: Callable[[int, int], Coroutine[Any, Any, None]], runners: int, phases: int, gate: asyncio.Event
) -> None:
    together = asyncio.Barrier(runners)

    async def run(runner: int) -> None:
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            await together.wait()

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))


async def demo() -> None:
    durations = [[0.2, 0.6], [0.4, 0.2]]
    started = time.perf_counter()

    async def step(runner: int, phase: int) -> None:
        print(f"{time.perf_counter() - started:.1f} s: runner {runner} begins phase {phase}")
        await asyncio.sleep(durations[runner][phase])

    gate = asyncio.Event()
    race = asyncio.create_task(run_race(step, 2, 2, gate))
    await asyncio.sleep(0.5)
    print(f"{time.perf_counter() - started:.1f} s: the gate opens")
    gate.set()
    await race
    print(f"{time.perf_counter() - started:.1f} s: over")


if __name__ == "__main__":
    asyncio.run(demo())
