"""Takes a value that is not true for a load that has given nothing.

verdict: failed
diagnosis: None, 0 and the like are values that a load may give
"""

import asyncio


async def load_all(load, names, say):
    async with asyncio.TaskGroup() as group:
        tasks = {name: group.create_task(load(name)) for name in names}
        say("scheduling done")
    say("Done.")
    return {name: task.result() for name, task in tasks.items() if task.result()}
