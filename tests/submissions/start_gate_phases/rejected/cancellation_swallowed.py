"""Returns when it is cancelled.

verdict: failed
diagnosis: run_race was cancelled, but the cancellation did not come out of it
"""

import asyncio


async def run_race(step, runners, phases, gate):
    try:
        await gate.wait()
        for phase in range(phases):
            async with asyncio.TaskGroup() as group:
                for runner in range(runners):
                    group.create_task(step(runner, phase))
    except asyncio.CancelledError:
        pass
