"""A TaskGroup that the winner stops by raising a private exception."""

import asyncio


class Won(Exception):
    pass


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    errors = {}
    value = None

    async def run(place, attempt):
        nonlocal value
        try:
            result = await attempt()
        except Exception as error:
            errors[place] = error
            return
        value = result
        raise Won

    try:
        async with asyncio.timeout(seconds):
            async with asyncio.TaskGroup() as group:
                for place, attempt in enumerate(attempts):
                    group.create_task(run(place, attempt))
    except* Won:
        pass
    else:
        raise ExceptionGroup("all failed", [errors[place] for place in sorted(errors)])
    return value
