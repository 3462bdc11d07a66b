"""Makes a barrier in each runner, where nobody else comes.

verdict: deadlock
diagnosis: the barrier lets them go when 2 have come at line 16; 1 has, no other will, and there are 2 runners
"""

import asyncio


async def run_race(step, runners, phases, gate):
    async def run(runner):
        barrier = asyncio.Barrier(runners)
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            await barrier.wait()

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
