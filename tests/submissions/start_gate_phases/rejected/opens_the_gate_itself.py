"""Sets the gate, so that nobody need wait for it.

verdict: failed
diagnosis: run_race set the gate itself; that is somebody else's to do
"""

import asyncio


async def run_race(step, runners, phases, gate):
    gate.set()
    await gate.wait()
    for phase in range(phases):
        async with asyncio.TaskGroup() as group:
            for runner in range(runners):
                group.create_task(step(runner, phase))
