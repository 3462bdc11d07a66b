"""One event for all phases: once it is set, it holds nobody up any more.

verdict: failed
diagnosis: nobody waited for the others
"""

import asyncio


async def run_race(step, runners, phases, gate):
    all_over = asyncio.Event()
    left = runners

    async def run(runner):
        nonlocal left
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            left -= 1
            if not left:
                left = runners
                all_over.set()
            await all_over.wait()

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
