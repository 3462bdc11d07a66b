"""Believes that to call a coroutine function is to run it.

verdict: leaked
diagnosis: step(runner, phase) was called and not awaited
"""


async def run_race(step, runners, phases, gate):
    await gate.wait()
    for phase in range(phases):
        for runner in range(runners):
            step(runner, phase)
