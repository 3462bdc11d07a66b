"""Waits 0.5 s after each phase, until the others have surely finished.

verdict: failed
diagnosis: nobody waited for the others
"""

import asyncio


async def run_race(step, runners, phases, gate):
    async def run(runner):
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            await asyncio.sleep(0.5)

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
