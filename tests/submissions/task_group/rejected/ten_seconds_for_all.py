"""Believes that a time limit does no harm where nobody has asked for one.

verdict: error
diagnosis: load_all gave up at 10 s: nobody has said how long a load may take
"""

import asyncio


async def load_all(load, names, say):
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        tasks = {name: group.create_task(load(name)) for name in names}
        say("scheduling done")
    say("Done.")
    return {name: task.result() for name, task in tasks.items()}
