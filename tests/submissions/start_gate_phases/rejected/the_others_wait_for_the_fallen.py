"""Waits for all runners, whatever becomes of them; nobody tells them that one will not come.

verdict: deadlock
diagnosis: runner 0 fell and will never come, and the others wait for him at the barrier for ever at line 17
"""

import asyncio


async def run_race(step, runners, phases, gate):
    barrier = asyncio.Barrier(runners)

    async def run(runner):
        await gate.wait()
        for phase in range(phases):
            await step(runner, phase)
            await barrier.wait()

    results = await asyncio.gather(*(run(runner) for runner in range(runners)), return_exceptions=True)
    for result in results:
        if result is not None:
            raise result
