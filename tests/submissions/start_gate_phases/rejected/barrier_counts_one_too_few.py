"""Believes that the last one to come need not be counted.

verdict: deadlock
diagnosis: the barrier lets them go when
"""

import asyncio


async def run_race(step, runners, phases, gate):
    barrier = asyncio.Barrier(max(1, runners - 1))

    async def run(runner):
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            await barrier.wait()

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
