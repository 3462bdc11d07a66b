"""Raises the first error and never looks at the others.

verdict: leaked
diagnosis: several loads raised, and nobody looked at one of the errors: asyncio complains of it
"""

import asyncio


async def load_all(load, names, say):
    tasks = {name: asyncio.create_task(load(name)) for name in names}
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
    values = {name: task.result() for name, task in tasks.items() if not task.cancelled()}
    say("Done.")
    return values
