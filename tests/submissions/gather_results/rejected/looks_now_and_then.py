"""Sleeps a little and looks whether everything is over, again and again.

verdict: failed
diagnosis: settle must return as soon as the slowest fetch is over
"""

import asyncio


async def settle(fetch, keys):
    tasks = [asyncio.create_task(fetch(k)) for k in keys]
    try:
        while not all(t.done() for t in tasks):
            await asyncio.sleep(0.7)
    except asyncio.CancelledError:
        for t in tasks:
            t.cancel()
        raise
    return [t.exception() or t.result() for t in tasks]


async def first_error(fetch, keys):
    return await asyncio.gather(*map(fetch, keys))
