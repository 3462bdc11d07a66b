"""Waits for everybody, and only then looks whether somebody failed.

verdict: failed
diagnosis: a was under way at 1 s and went on to its end: no cancellation reached it
"""

import asyncio


async def load_all(load, names, say):
    tasks = [asyncio.create_task(load(name)) for name in names]
    say("scheduling done")
    values = await asyncio.gather(*tasks, return_exceptions=True)
    for value in values:
        if isinstance(value, Exception):
            raise value
    say("Done.")
    return dict(zip(names, values))
