"""Awaits each task where it is made.

verdict: failed
diagnosis: bread was loaded only when milk was over: they run one after the other
"""

import asyncio


async def load_all(load, names, say):
    values = {}
    async with asyncio.TaskGroup() as group:
        for name in names:
            values[name] = await group.create_task(load(name))
        say("scheduling done")
    say("Done.")
    return values
