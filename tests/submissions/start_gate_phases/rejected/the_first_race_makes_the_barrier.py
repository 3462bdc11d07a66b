"""Makes one barrier for the module, as large as the first race that needs it.

verdict: deadlock
diagnosis: there were two races, and somebody waits for ever
"""

import asyncio

together = None


async def run_race(step, runners, phases, gate):
    global together
    if together is None:
        together = asyncio.Barrier(runners)
    barrier = together

    async def run(runner):
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            await barrier.wait()

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
    together = None
