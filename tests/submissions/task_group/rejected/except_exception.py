"""Cleans up in `except Exception`, which a cancellation is not.

verdict: leaked
diagnosis: while c was still cleaning up: to cancel a task is only to ask it to stop
"""

import asyncio


async def load_all(load, names, say):
    tasks = [asyncio.create_task(load(name)) for name in names]
    say("scheduling done")
    try:
        values = await asyncio.gather(*tasks)
    except Exception:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
    say("Done.")
    return dict(zip(names, values))
