"""The starter is a party of the barrier too: he lets the runners into each phase."""

import asyncio


async def run_race(step, runners, phases, gate):
    barrier = asyncio.Barrier(runners + 1)

    async def run(runner):
        for phase in range(phases):
            await barrier.wait()
            await step(runner, phase)

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
        await gate.wait()
        for _ in range(phases):
            await barrier.wait()
