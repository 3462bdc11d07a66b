"""Calls step with the phase first.

verdict: failed
diagnosis: when he was in phase 0
"""

import asyncio


async def run_race(step, runners, phases, gate):
    await gate.wait()
    for p in range(phases):
        async with asyncio.TaskGroup() as g:
            for r in range(runners):
                g.create_task(step(p, r))
