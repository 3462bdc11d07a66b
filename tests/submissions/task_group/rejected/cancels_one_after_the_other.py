"""Cancels a load and waits for it before it cancels the next.

verdict: failed
diagnosis: must be cancelled at that instant
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
            try:
                await t
            except BaseException:
                pass
        raise
    say("Done.")
    return {n: t.result() for n, t in tasks.items()}
