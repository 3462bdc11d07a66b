"""Counts the phases from 1.

verdict: failed
diagnosis: both begin at 0
"""

import asyncio


async def run_race(step, runners, phases, gate):
    await gate.wait()
    for p in range(1, phases + 1):
        async with asyncio.TaskGroup() as g:
            for r in range(runners):
                g.create_task(step(r, p))
