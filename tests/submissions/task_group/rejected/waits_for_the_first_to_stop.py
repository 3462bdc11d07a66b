"""Believes that gather over cancelled tasks waits for all of them.

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
        running = [task for task in tasks if not task.done()]
        for task in running:
            task.cancel()
        try:
            await asyncio.gather(*running)
        except asyncio.CancelledError:
            pass
        raise
    say("Done.")
    return dict(zip(names, values))
