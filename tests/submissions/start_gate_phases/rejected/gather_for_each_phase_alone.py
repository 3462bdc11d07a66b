"""Believes that gather ends the others when one of them falls.

verdict: leaked
diagnosis: nobody cancelled the other runners and waited for their end
"""

import asyncio


async def run_race(step, runners, phases, gate):
    await gate.wait()
    for phase in range(phases):
        await asyncio.gather(*(step(runner, phase) for runner in range(runners)))
