"""A TaskGroup, an event that is set at the end of the race, and cancel for each task that is left."""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    decided = asyncio.Event()
    values, errors = [], {}

    async def run(place, attempt):
        try:
            values.append(await attempt())
        except Exception as error:
            errors[place] = error
        if values or len(errors) == len(attempts):
            decided.set()

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(run(place, attempt)) for place, attempt in enumerate(attempts)]
        late = False
        try:
            await asyncio.wait_for(decided.wait(), seconds)
        except TimeoutError:
            late = True
        for task in tasks:
            task.cancel()
    if values:
        return values[0]
    if late:
        raise TimeoutError
    raise ExceptionGroup("all failed", [error for _, error in sorted(errors.items(), key=lambda item: item[0])])
