"""Awaits the tasks in their order, so that a failure is seen when its turn comes.

verdict: failed
diagnosis: a was under way at 1 s and went on to its end: no cancellation reached it
"""

import asyncio


async def load_all(load, names, say):
    tasks = {name: asyncio.create_task(load(name)) for name in names}
    say("scheduling done")
    try:
        values = {name: await task for name, task in tasks.items()}
    except BaseException:
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        raise
    say("Done.")
    return values
