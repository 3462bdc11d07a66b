"""Forgets the task that begins the attempts.

verdict: leaked
diagnosis: although the race was decided
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    over = asyncio.get_running_loop().create_future()
    tasks, errors = [], []

    async def run(attempt, failed):
        try:
            value = await attempt()
        except Exception as error:
            errors.append(error)
            failed.set()
            if len(errors) == len(attempts):
                over.set_exception(ExceptionGroup("all failed", errors))
        else:
            if not over.done():
                over.set_result(value)

    async def starter():
        for attempt in attempts:
            failed = asyncio.Event()
            tasks.append(asyncio.create_task(run(attempt, failed)))
            try:
                await asyncio.wait_for(failed.wait(), delay)
            except TimeoutError:
                pass

    beginning = asyncio.create_task(starter())
    try:
        return await over
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        beginning.cancel()
