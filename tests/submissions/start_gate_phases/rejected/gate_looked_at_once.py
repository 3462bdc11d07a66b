"""Looks at the gate, and takes a gate that is not set for no gate.

verdict: failed
diagnosis: step must be called once for each runner and each phase
"""

import asyncio


async def run_race(step, runners, phases, gate):
    if not gate.is_set():
        return
    for phase in range(phases):
        async with asyncio.TaskGroup() as group:
            for runner in range(runners):
                group.create_task(step(runner, phase))
