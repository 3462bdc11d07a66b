"""Waits for the gate before each phase, and believes that a gate which was set stays so.

verdict: failed
diagnosis: when the gate was set once more: it is for the start of the race, and was waited for again
"""

import asyncio


async def run_race(step, runners, phases, gate):
    together = asyncio.Barrier(runners)

    async def run(runner):
        for phase in range(phases):
            await gate.wait()
            await step(runner, phase)
            await together.wait()

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
