"""asyncio.wait until the first exception, then cancel and wait again; a finally block sees to it in every case."""

import asyncio


async def load_all(load, names, say):
    tasks = {name: asyncio.create_task(load(name), name=name) for name in names}
    say("scheduling done")
    try:
        if tasks:
            await asyncio.wait(tasks.values(), return_when=asyncio.FIRST_EXCEPTION)
    finally:
        running = [task for task in tasks.values() if not task.done()]
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
    errors = [task.exception() for task in tasks.values() if not task.cancelled() and task.exception()]
    if errors:
        raise errors[0]
    say("Done.")
    return {name: task.result() for name, task in tasks.items()}
