"""Believes that gather cancels the others when one fails.

verdict: leaked
diagnosis: the error came out, but 2 tasks of run_race went on at line 16: nobody cancelled the other runners
"""

import asyncio


async def run_race(step, runners, phases, gate):
    barrier = asyncio.Barrier(runners)

    async def run(runner):
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            await barrier.wait()

    await asyncio.gather(*(run(runner) for runner in range(runners)))
