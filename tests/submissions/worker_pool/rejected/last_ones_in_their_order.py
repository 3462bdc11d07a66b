"""Awaits the last calls in the order of the items, and hears of an error when its turn has come.

verdict: failed
diagnosis: the error of b must come out at 1.3, and came out at 2
"""

import asyncio


async def map_pool(func, items, workers):
    running = set()
    all_ = []
    try:
        for item in items:
            if len(running) == workers:
                done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for t in done:
                    t.result()
            t = asyncio.ensure_future(func(item))
            running.add(t)
            all_.append(t)
        return [await t for t in all_]
    finally:
        for t in all_:
            t.cancel()
        if all_:
            await asyncio.wait(all_)
