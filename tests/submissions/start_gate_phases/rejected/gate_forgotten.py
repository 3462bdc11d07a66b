"""Keeps the runners in step, and does not look at the gate.

verdict: failed
diagnosis: a runner began at 0, before the gate was set at 2.05: nobody waited for it
"""

import asyncio


async def run_race(step, runners, phases, gate):
    for phase in range(phases):
        async with asyncio.TaskGroup() as group:
            for runner in range(runners):
                group.create_task(step(runner, phase))
