"""Says the last word in a finally block: it is heard also after a failure.

verdict: failed
diagnosis: of an attempt that fails, only "scheduling done" is said, and not "Done."
"""

import asyncio


async def load_all(load, names, say):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = {name: group.create_task(load(name)) for name in names}
            say("scheduling done")
    finally:
        say("Done.")
    return {name: task.result() for name, task in tasks.items()}
