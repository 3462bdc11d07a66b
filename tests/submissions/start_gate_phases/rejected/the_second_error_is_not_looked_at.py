"""Believes that only one can fall at a time.

verdict: leaked
diagnosis: a runner fell, and nobody ever looked at his error
"""

import asyncio


async def run_race(step, runners, phases, gate):
    await gate.wait()
    for phase in range(phases):
        pending = {asyncio.create_task(step(runner, phase)) for runner in range(runners)}
        try:
            while pending:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
        finally:
            for task in pending:
                task.cancel()
            if pending:
                await asyncio.wait(pending)
