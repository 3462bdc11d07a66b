"""Lets the race go on without the one who fell.

verdict: failed
diagnosis: the error of runner 0 did not come out of run_race
"""

import asyncio


async def run_race(step, runners, phases, gate):
    await gate.wait()
    for phase in range(phases):
        await asyncio.gather(*(step(runner, phase) for runner in range(runners)), return_exceptions=True)
