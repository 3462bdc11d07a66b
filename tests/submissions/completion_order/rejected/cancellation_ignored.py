"""Goes on waiting when its consumer is cancelled.

verdict: failed
diagnosis: it was caught on the way
"""

import asyncio


async def numbered(number, job):
    try:
        return number, await job()
    except Exception as error:
        return number, error


async def stream_results(jobs):
    tasks = [asyncio.create_task(numbered(number, job)) for number, job in enumerate(jobs)]
    pending = set(tasks)
    try:
        while pending:
            try:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            except asyncio.CancelledError:
                continue
            for task in done:
                yield task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
