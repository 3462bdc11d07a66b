"""Cancels a step when the one before it is over.

verdict: failed
diagnosis: was over at 2.2
"""

import asyncio


async def run_race(step, runners, phases, gate):
    await gate.wait()
    for p in range(phases):
        tasks = [asyncio.create_task(step(r, p)) for r in range(runners)]
        try:
            await asyncio.gather(*tasks)
        finally:
            for t in tasks:
                t.cancel()
                await asyncio.wait([t])
