"""Lets the runners meet once, before they begin.

verdict: failed
diagnosis: runner 0 began phase 1 at 3.05, when runner 1 was still in phase 0
"""

import asyncio


async def run_race(step, runners, phases, gate):
    barrier = asyncio.Barrier(runners)

    async def run(runner):
        await gate.wait()
        await barrier.wait()
        for phase in range(phases):
            await step(runner, phase)

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
