"""Takes the limit back when there is a winner, but not when its caller is cancelled.

verdict: leaked
diagnosis: the limit broke off the wait for the attempts that were cleaning up
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    async with asyncio.timeout(seconds) as limit:
        try:
            while pending:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    if task.exception() is None:
                        limit.reschedule(None)
                        return task.result()
            raise ExceptionGroup("all failed", [task.exception() for task in tasks])
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            [task.cancelled() or task.exception() for task in tasks]
