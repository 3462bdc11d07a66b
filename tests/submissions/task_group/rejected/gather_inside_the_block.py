"""Believes that a TaskGroup owns whatever runs inside its block, gather's tasks too.

verdict: leaked
diagnosis: a was under way at 1 s and went on to its end: no cancellation reached it
"""

import asyncio


async def load_all(load, names, say):
    say("scheduling done")
    async with asyncio.TaskGroup():
        values = await asyncio.gather(*(load(name) for name in names))
    say("Done.")
    return dict(zip(names, values))
