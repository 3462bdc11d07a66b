"""A race in a race: the outer one hears of the winner only when the inner one has cleaned up.

verdict: failed
diagnosis: must be cancelled at that instant
"""

import asyncio


async def race(attempts, place, delay, errors):
    head = asyncio.create_task(attempts[place]())
    rest = None
    try:
        if place + 1 < len(attempts):
            done, _ = await asyncio.wait({head}, timeout=delay)
            if done and head.exception() is None:
                return head.result()
            rest = asyncio.create_task(race(attempts, place + 1, delay, errors))
        left = {task for task in (head, rest) if task is not None}
        while left:
            done, left = await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
        errors.append(head.exception())
        raise LookupError("nobody")
    finally:
        both = [task for task in (head, rest) if task is not None]
        for task in both:
            task.cancel()
        await asyncio.gather(*both, return_exceptions=True)


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    errors = []
    try:
        return await race(attempts, 0, delay, errors)
    except LookupError:
        if len(errors) < len(attempts):
            raise
    raise ExceptionGroup("all failed", errors)
