"""Waits for the future that nobody fills if there are no attempts.

verdict: deadlock
diagnosis: there were no attempts
"""

import asyncio


async def staggered_race(attempts, delay):
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

    tasks.append(asyncio.create_task(starter()))
    try:
        return await over
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
