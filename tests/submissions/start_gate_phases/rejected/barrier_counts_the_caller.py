"""Counts run_race itself among those who come to the barrier.

verdict: deadlock
diagnosis: the barrier lets them go when 3 have come at line 17; 2 have, no other will, and there are 2 runners
"""

import asyncio


async def run_race(step, runners, phases, gate):
    barrier = asyncio.Barrier(runners + 1)

    async def run(runner):
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            await barrier.wait()

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
