"""settle: a TaskGroup of coroutines that catch their own error. first_error: tasks that report to one future."""

import asyncio


async def settle(fetch, keys):
    async def outcome(key):
        try:
            return await fetch(key)
        except Exception as error:
            return error

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(outcome(key)) for key in keys]
    return [task.result() for task in tasks]


async def first_error(fetch, keys):
    results = [None] * len(keys)
    missing = len(results)
    over = asyncio.get_running_loop().create_future()

    async def report(place, key):
        nonlocal missing
        try:
            results[place] = await fetch(key)
        except Exception as error:
            if not over.done():
                over.set_exception(error)
        else:
            missing -= 1
            if not missing and not over.done():
                over.set_result(None)

    if not keys:
        return results
    tasks = {asyncio.create_task(report(place, key)) for place, key in enumerate(keys)}
    try:
        await over
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        raise
    return results
