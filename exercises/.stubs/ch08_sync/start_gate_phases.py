"""A race in phases: everybody starts together, and nobody is a phase ahead.

run_race(step, runners, phases, gate) lets a number of runners (0, 1, ..., at least one) run through a number of phases
(0, 1, ...; there may be none). step is a coroutine function; in each phase each runner does `await step(runner, phase)`
once. As it stands they do not wait for the gate, and not for each other.

Change run_race so that they stay together:
  * `gate` is an asyncio.Event. Nobody begins before it is set; when it is set, all runners begin phase 0 at that
    moment. If it is set already, they begin at once. run_race neither sets nor clears it, other races may wait for it,
    too, and once they have begun it does not matter what becomes of it;
  * in a phase all runners are under way at the same time, and when the last of them has finished it, all of them
    begin the next one at that moment;
  * it returns when the last phase is over;
  * waiting keeps nobody busy: neither for the gate nor for the others does anybody look now and then.

And when something goes wrong:
  * a step raises: the steps under way are cancelled, no other step begins, and as soon as the cancelled ones are over,
    that error comes out, as it is or as the only one in an ExceptionGroup (if several raise in the same moment, any
    or all of them);
  * run_race is cancelled: the steps under way are cancelled, and as soon as they are over, it ends cancelled.
However it ends, no task is left behind.

Try it:  python exercises/ch08_sync/start_gate_phases.py
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any


async def run_race(
    step: Callable[[int, int], Coroutine[Any, Any, None]], runners: int, phases: int, gate: asyncio.Event
) -> None:
    async def run(runner: int) -> None:
        for phase in range(phases):
            await step(runner, phase)

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
    print(f"{time.perf_counter() - started:.1f} s: over; with everybody in step that is at 1.5 s")


if __name__ == "__main__":
    asyncio.run(demo())
