"""Sleeps a little and looks whether somebody is over, again and again.

verdict: failed
diagnosis: load_all must return as soon as the slowest load is over
"""

import asyncio


async def load_all(load, names, say):
    tasks = {n: asyncio.create_task(load(n)) for n in names}
    say("scheduling done")
    try:
        while not all(t.done() for t in tasks.values()):
            for t in tasks.values():
                if t.done():
                    t.result()
            await asyncio.sleep(0.8)
    except BaseException:
        for t in tasks.values():
            t.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        raise
    say("Done.")
    return {n: t.result() for n, t in tasks.items()}
