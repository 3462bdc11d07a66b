"""Waits for a success that can no longer come.

verdict: deadlock
diagnosis: every attempt had failed
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    over = asyncio.get_running_loop().create_future()

    async def run(attempt):
        try:
            value = await attempt()
            if not over.done():
                over.set_result(value)
        except Exception:
            pass

    tasks = [asyncio.create_task(run(attempt)) for attempt in attempts]
    try:
        return await asyncio.wait_for(over, seconds)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
