"""Returns the results from inside the block, as if the tasks were over there.

verdict: error
diagnosis: the results were asked for while the loads were still under way: a TaskGroup waits at its end
"""

import asyncio


async def load_all(load, names, say):
    async with asyncio.TaskGroup() as group:
        tasks = {name: group.create_task(load(name)) for name in names}
        say("scheduling done")
        say("Done.")
        return {name: task.result() for name, task in tasks.items()}
