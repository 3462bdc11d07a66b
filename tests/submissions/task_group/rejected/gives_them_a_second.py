"""Waits for the cancelled loads, but no longer than a second.

verdict: leaked
diagnosis: while slow was still cleaning up
"""

import asyncio


async def load_all(load, names, say):
    tasks = {n: asyncio.create_task(load(n)) for n in names}
    say("scheduling done")
    try:
        await asyncio.gather(*tasks.values())
    except BaseException:
        for t in tasks.values():
            t.cancel()
        await asyncio.wait(tasks.values(), timeout=1)
        raise
    say("Done.")
    return {n: t.result() for n, t in tasks.items()}
