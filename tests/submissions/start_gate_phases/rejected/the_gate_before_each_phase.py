"""Waits for the gate before each phase, and takes it for the meeting point.

verdict: failed
diagnosis: nobody waited for the others
"""

import asyncio


async def run_race(step, runners, phases, gate):
    async def run(runner):
        for phase in range(phases):
            await gate.wait()
            await step(runner, phase)

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
