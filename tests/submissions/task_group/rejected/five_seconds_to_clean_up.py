"""Believes that no load needs more than five seconds to clean up.

verdict: leaked
diagnosis: while c was still cleaning up: to cancel a task is only to ask it to stop
"""

import asyncio


async def load_all(load, names, say):
    tasks = {name: asyncio.create_task(load(name)) for name in names}
    say("scheduling done")
    try:
        values = await asyncio.gather(*tasks.values())
    except BaseException:
        for task in tasks.values():
            task.cancel()
        done, _ = await asyncio.wait(tasks.values(), timeout=5)
        for task in done:
            task.cancelled() or task.exception()
        raise
    say("Done.")
    return dict(zip(tasks, values))
