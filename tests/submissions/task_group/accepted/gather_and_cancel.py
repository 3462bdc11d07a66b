"""gather, and when it raises: cancel them all, wait until they are over, raise again."""

import asyncio


async def load_all(load, names, say):
    tasks = [asyncio.create_task(load(name)) for name in names]
    say("scheduling done")
    try:
        values = await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
    say("Done.")
    return dict(zip(names, values))
