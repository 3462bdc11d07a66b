"""Catches the errors in a wrapper and gives None for what failed.

verdict: failed
diagnosis: the load of b raised, but no error reached the caller of load_all
"""

import asyncio


async def load_all(load, names, say):
    async def safely(name):
        try:
            return await load(name)
        except Exception:
            return None

    async with asyncio.TaskGroup() as group:
        tasks = {name: group.create_task(safely(name)) for name in names}
        say("scheduling done")
    say("Done.")
    return {name: task.result() for name, task in tasks.items()}
