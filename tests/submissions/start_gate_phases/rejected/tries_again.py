"""Lets a runner who fell try the step again.

verdict: failed
diagnosis: step was called twice for runner 0
"""

import asyncio


async def run_race(step, runners, phases, gate):
    b = asyncio.Barrier(runners)

    async def run(r):
        await gate.wait()
        for p in range(phases):
            try:
                await step(r, p)
            except RuntimeError:
                await step(r, p)
            await b.wait()

    async with asyncio.TaskGroup() as g:
        for r in range(runners):
            g.create_task(run(r))
