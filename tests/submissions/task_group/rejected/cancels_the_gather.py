"""Believes that cancelling a gather that has already raised cancels what it gathers.

verdict: leaked
diagnosis: a was under way at 1 s and went on to its end: no cancellation reached it
"""

import asyncio


async def load_all(load, names, say):
    say("scheduling done")
    together = asyncio.gather(*map(load, names))
    try:
        values = await together
    except BaseException:
        together.cancel()
        raise
    say("Done.")
    return dict(zip(names, values))
