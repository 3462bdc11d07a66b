"""asyncio.wait for everything, and asyncio.wait until the first exception; late errors are looked at by a callback."""

import asyncio


async def wait_for(tasks, return_when):
    try:
        done, _ = await asyncio.wait(tasks, return_when=return_when)
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        raise
    return done


async def settle(fetch, keys):
    tasks = [asyncio.create_task(fetch(key)) for key in keys]
    if tasks:
        await wait_for(tasks, asyncio.ALL_COMPLETED)
    return [task.exception() or task.result() for task in tasks]


def look_at_the_outcome(task):
    if not task.cancelled():
        task.exception()


async def first_error(fetch, keys):
    tasks = [asyncio.create_task(fetch(key)) for key in keys]
    if not tasks:
        return []
    done = await wait_for(tasks, asyncio.FIRST_EXCEPTION)
    for task in tasks:
        task.add_done_callback(look_at_the_outcome)
    for task in done:
        if task.exception() is not None:
            raise task.exception()
    return [task.result() for task in tasks]
