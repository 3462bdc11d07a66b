"""Each phase is a gather; at an error or a cancellation the others are cancelled and waited for."""

import asyncio


async def run_race(step, runners, phases, gate):
    await gate.wait()
    for phase in range(phases):
        tasks = [asyncio.ensure_future(step(runner, phase)) for runner in range(runners)]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
