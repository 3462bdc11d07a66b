"""A barrier and one gather; in the end all are cancelled, those that are ending already a second time."""

import asyncio

async def run_race(step, runners, phases, gate):
    barrier = asyncio.Barrier(runners)

    async def run(runner):
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            await barrier.wait()

    tasks = [asyncio.create_task(run(r)) for r in range(runners)]
    try:
        await asyncio.gather(*tasks)
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
