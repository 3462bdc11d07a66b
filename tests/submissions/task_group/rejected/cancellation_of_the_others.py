"""Asks the tasks for their results in the order of the names: a cancelled one comes before the one that failed.

verdict: failed
diagnosis: what came out of load_all was CancelledError, though nobody had cancelled load_all
"""

import asyncio


async def load_all(load, names, say):
    tasks = {n: asyncio.create_task(load(n)) for n in names}
    say("scheduling done")
    try:
        if tasks:
            await asyncio.wait(tasks.values(), return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for t in tasks.values():
            t.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    r = {n: t.result() for n, t in tasks.items()}
    say("Done.")
    return r
