"""Keeps the barrier in the module, where another race puts its own in its place.

verdict: failed
diagnosis: two races at one gate were over at
"""

import asyncio

together = None


async def run_race(step, runners, phases, gate):
    global together
    together = asyncio.Barrier(runners)

    async def run(runner):
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            await together.wait()

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
