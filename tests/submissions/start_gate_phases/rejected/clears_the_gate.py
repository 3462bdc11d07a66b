"""Clears the gate behind its runners, and believes that nobody else needs it.

verdict: failed
diagnosis: run_race cleared the gate
"""

import asyncio


async def run_race(step, runners, phases, gate):
    together = asyncio.Barrier(runners)

    async def run(runner):
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            await together.wait()
            gate.clear()

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
