"""Opens a group for each load: a group waits at its end, so it is over before the next begins.

verdict: failed
diagnosis: bread was loaded only when milk was over: they run one after the other
"""

import asyncio


async def load_all(load, names, say):
    say("scheduling done")
    values = {}
    for name in names:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(load(name))
        values[name] = task.result()
    say("Done.")
    return values
