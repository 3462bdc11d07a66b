"""Breaks the barrier when a runner falls: the others get an error of their own.

verdict: failed
diagnosis: the error of runner 0 must come out of run_race, and no other
"""

import asyncio


async def run_race(step, runners, phases, gate):
    barrier = asyncio.Barrier(runners)

    async def run(runner):
        await gate.wait()
        for phase in range(phases):
            try:
                await step(runner, phase)
            except Exception:
                await barrier.abort()
                raise
            await barrier.wait()

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
