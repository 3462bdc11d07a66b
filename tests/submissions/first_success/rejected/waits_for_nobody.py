"""Waits for the future that nobody fills if there are no attempts.

verdict: deadlock
diagnosis: there were no attempts
"""

import asyncio


async def first_success(attempts, seconds=None):
    over = asyncio.get_running_loop().create_future()
    errors = {}

    async def run(place, attempt):
        try:
            value = await attempt()
            if not over.done():
                over.set_result(value)
        except Exception as error:
            errors[place] = error
            if len(errors) == len(attempts):
                over.set_exception(ExceptionGroup("all failed", [errors[n] for n in range(len(errors))]))

    tasks = [asyncio.create_task(run(place, attempt)) for place, attempt in enumerate(attempts)]
    try:
        return await asyncio.wait_for(over, seconds)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
