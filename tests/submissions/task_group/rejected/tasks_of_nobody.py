"""Makes the tasks with asyncio.create_task, and believes that the group around it owns them.

verdict: error
diagnosis: a TaskGroup waits at its end, and only for the tasks that its own create_task has made
"""

import asyncio


async def load_all(load, names, say):
    async with asyncio.TaskGroup():
        tasks = {name: asyncio.create_task(load(name)) for name in names}
        say("scheduling done")
    say("Done.")
    return {name: task.result() for name, task in tasks.items()}
