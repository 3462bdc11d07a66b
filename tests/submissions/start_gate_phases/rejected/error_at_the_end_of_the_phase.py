"""Lets the others finish the phase before the error comes out.

verdict: failed
diagnosis: the error of runner 0 must come out at 1.4, and came out at 2.4
"""

import asyncio


async def run_race(step, runners, phases, gate):
    await gate.wait()
    for phase in range(phases):
        results = await asyncio.gather(
            *(step(runner, phase) for runner in range(runners)), return_exceptions=True
        )
        for result in results:
            if isinstance(result, BaseException):
                raise result
