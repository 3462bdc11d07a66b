"""Finishes the brew at once when it is cancelled.

verdict: failed
diagnosis: serve was cancelled while a brew was under way
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("too late, it is nearly done")
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
