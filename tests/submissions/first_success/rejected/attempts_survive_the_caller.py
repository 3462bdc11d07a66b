"""Cancels the losers, but not when its caller is cancelled.

verdict: leaked
diagnosis: nothing cancels a task because nobody waits for it any more
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    late = False
    try:
        async with asyncio.timeout(seconds):
            while pending:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                winners = [task for task in done if task.exception() is None]
                if winners:
                    break
            else:
                raise ExceptionGroup("all failed", [task.exception() for task in tasks])
    except TimeoutError:
        late = True
    for task in pending:
        task.cancel()
    if pending:
        await asyncio.wait(pending)
    if late:
        raise TimeoutError
    return winners[0].result()
