"""Looks at the gate every 0.9 s.

verdict: failed
diagnosis: the gate was set at 2.05, and the runners began at 2.7: whoever looks now and then comes late
"""

import asyncio


async def run_race(step, runners, phases, gate):
    while not gate.is_set():
        await asyncio.sleep(0.9)
    for phase in range(phases):
        async with asyncio.TaskGroup() as group:
            for runner in range(runners):
                group.create_task(step(runner, phase))
