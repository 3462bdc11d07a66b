"""The last one sets the event and clears it, and then waits for it himself.

verdict: deadlock
diagnosis: whoever clears an event makes those wait who have not seen it yet
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
                all_over.clear()
            await all_over.wait()

    async with asyncio.TaskGroup() as group:
        for runner in range(runners):
            group.create_task(run(runner))
