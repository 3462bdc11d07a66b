"""Believes that a task is over when cancel() has been called.

verdict: leaked
diagnosis: while c was still cleaning up: to cancel a task is only to ask it to stop
"""

import asyncio


async def load_all(load, names, say):
    tasks = [asyncio.create_task(load(name)) for name in names]
    say("scheduling done")
    try:
        values = await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        raise
    say("Done.")
    return dict(zip(names, values))
