"""Awaits one step before it begins the next one.

verdict: failed
diagnosis: one after the other
"""


async def run_race(step, runners, phases, gate):
    await gate.wait()
    for phase in range(phases):
        for runner in range(runners):
            await step(runner, phase)
