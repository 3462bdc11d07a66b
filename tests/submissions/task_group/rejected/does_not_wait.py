"""Makes the tasks and goes on, as if that were all.

verdict: leaked
diagnosis: load_all returned while loads were still under way
"""

import asyncio


async def load_all(load, names, say):
    tasks = {name: asyncio.create_task(load(name)) for name in names}
    say("scheduling done")
    say("Done.")
    return tasks
