"""Believes that gather cancels the rest when one raises.

verdict: leaked
diagnosis: a was under way at 1 s and went on to its end: no cancellation reached it
"""

import asyncio


async def load_all(load, names, say):
    say("scheduling done")
    values = await asyncio.gather(*map(load, names))
    say("Done.")
    return dict(zip(names, values))
