"""Believes that cancel() ends a task at once.

verdict: leaked
diagnosis: cancel() asks a task to end, and does not wait
"""

import asyncio


async def run_race(step, runners, phases, gate):
    barrier = asyncio.Barrier(runners)

    async def run(runner):
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            await barrier.wait()

    tasks = [asyncio.create_task(run(runner)) for runner in range(runners)]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
