"""Looks only at the attempt that has won.

verdict: leaked
diagnosis: nobody ever looked at its exception
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    over = asyncio.Event()
    values, errors, tasks = [], [], []

    async def run(attempt, failed):
        try:
            values.append(await attempt())
            over.set()
        except Exception as error:
            errors.append(error)
            if len(errors) == len(attempts):
                over.set()
            failed.set()
            raise

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
        await over.wait()
    finally:
        running = [task for task in [*tasks, beginning] if not task.done()]
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
    if values:
        return values[0]
    raise ExceptionGroup("all failed", errors)
