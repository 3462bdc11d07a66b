"""Believes that a dict given as a default is made anew for each call.

verdict: failed
diagnosis: something was left over from the first call
"""

import asyncio


async def load_all(load, names, say, tasks={}):
    async with asyncio.TaskGroup() as tg:
        for n in names:
            tasks[n] = tg.create_task(load(n))
        say("scheduling done")
    say("Done.")
    return {n: t.result() for n, t in tasks.items()}
