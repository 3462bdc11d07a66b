"""A TaskGroup; each attempt waits for its turn by an event that the one before sets when it fails."""

import asyncio


class Won(Exception):
    pass


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    failed = [asyncio.Event() for _ in attempts]
    begun = [asyncio.Event() for _ in attempts]
    errors = []
    value = None

    async def run(place, attempt):
        nonlocal value
        if place > 0:
            await begun[place - 1].wait()
            try:
                await asyncio.wait_for(failed[place - 1].wait(), delay)
            except TimeoutError:
                pass
        begun[place].set()
        try:
            result = await attempt()
        except Exception as error:
            errors.append(error)
            failed[place].set()
        else:
            value = result
            raise Won

    try:
        async with asyncio.TaskGroup() as group:
            for place, attempt in enumerate(attempts):
                group.create_task(run(place, attempt))
    except* Won:
        pass
    else:
        raise ExceptionGroup("all failed", errors)
    return value
