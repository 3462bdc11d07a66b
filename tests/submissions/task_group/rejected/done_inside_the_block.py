"""Says the last word inside the block, where the loads have not even begun.

verdict: failed
diagnosis: "Done." was said while loads were still under way
"""

import asyncio


async def load_all(load, names, say):
    async with asyncio.TaskGroup() as group:
        tasks = {name: group.create_task(load(name)) for name in names}
        say("scheduling done")
        say("Done.")
    return {name: task.result() for name, task in tasks.items()}
