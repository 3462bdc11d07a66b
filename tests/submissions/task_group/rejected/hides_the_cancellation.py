"""Treats the cancellation of the caller as one more error of its own.

verdict: failed
diagnosis: load_all was cancelled, but the cancellation did not come out of it
"""

import asyncio


async def load_all(load, names, say):
    tasks = [asyncio.create_task(load(name)) for name in names]
    say("scheduling done")
    try:
        values = await asyncio.gather(*tasks)
    except BaseException as error:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if isinstance(error, Exception):
            raise
        raise RuntimeError("loading was interrupted") from error
    say("Done.")
    return dict(zip(names, values))
