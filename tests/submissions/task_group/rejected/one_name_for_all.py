"""Believes that a function made in a loop keeps the value which the variable of the loop had then.

verdict: failed
diagnosis: load must be called exactly once for each name
"""

import asyncio


async def load_all(load, names, say):
    out = {}
    async with asyncio.TaskGroup() as tg:
        for n in names:

            async def one():
                out[n] = await load(n)

            tg.create_task(one())
        say("scheduling done")
    say("Done.")
    return out
