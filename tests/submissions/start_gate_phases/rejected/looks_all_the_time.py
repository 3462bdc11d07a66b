"""Looks at the gate in every turn of the loop.

verdict: failed
diagnosis: whoever looks again and again whether it may go on keeps the whole program busy
"""

import asyncio


async def run_race(step, runners, phases, gate):
    while not gate.is_set():
        await asyncio.sleep(0)
    for phase in range(phases):
        async with asyncio.TaskGroup() as group:
            for runner in range(runners):
                group.create_task(step(runner, phase))
