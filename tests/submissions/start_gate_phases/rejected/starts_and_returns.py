"""Starts the runners, and does not wait for them.

verdict: leaked
diagnosis: step must be called once for each runner and each phase
"""

import asyncio

tasks = set()


async def run_race(step, runners, phases, gate):
    barrier = asyncio.Barrier(runners)

    async def run(runner):
        for phase in range(phases):
            await step(runner, phase)
            await barrier.wait()

    await gate.wait()
    for runner in range(runners):
        tasks.add(asyncio.create_task(run(runner)))
