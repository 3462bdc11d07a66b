"""Gives the cancelled loads a moment to clean up, instead of waiting for them.

verdict: leaked
diagnosis: still cleaning up
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
        await asyncio.sleep(0.2)
        raise
    say("Done.")
    return dict(zip(names, values))
