"""Returns what gather returns: a list.

verdict: failed
diagnosis: the result is a dict with the value of each load, by name
"""

import asyncio


async def load_all(load, names, say):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(load(name)) for name in names]
        say("scheduling done")
    say("Done.")
    return [task.result() for task in tasks]
