"""Calls gate.wait() as if it were a plain function.

verdict: leaked
diagnosis: gate.wait() was called and not awaited
"""

import asyncio


async def run_race(step, runners, phases, gate):
    gate.wait()
    for phase in range(phases):
        async with asyncio.TaskGroup() as group:
            for runner in range(runners):
                group.create_task(step(runner, phase))
