"""Takes the block for the scheduling, and speaks behind it.

verdict: failed
diagnosis: "scheduling done" must be said before any load has begun to run
"""

import asyncio


async def load_all(load, names, say):
    async with asyncio.TaskGroup() as group:
        tasks = {name: group.create_task(load(name)) for name in names}
    say("scheduling done")
    say("Done.")
    return {name: task.result() for name, task in tasks.items()}
