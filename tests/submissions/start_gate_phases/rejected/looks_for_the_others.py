"""Looks every 0.7 s whether the others have finished the phase.

verdict: failed
diagnosis: runner 0 began phase 1 at
"""

import asyncio


async def run_race(step, runners, phases, gate):
    over = [0] * runners

    async def run(runner):
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            over[runner] += 1
            while min(over) < over[runner]:
                await asyncio.sleep(0.7)

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
