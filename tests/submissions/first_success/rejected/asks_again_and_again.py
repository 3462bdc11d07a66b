"""Keeps the event loop busy until somebody has succeeded.

verdict: failed
diagnosis: looked again and again
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    try:
        async with asyncio.timeout(seconds):
            while True:
                for task in tasks:
                    if task.done() and task.exception() is None:
                        return task.result()
                if all(task.done() for task in tasks):
                    break
                await asyncio.sleep(0)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
