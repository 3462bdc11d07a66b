"""Believes that a cancellation is an error to be handled.

verdict: failed
diagnosis: serve was cancelled, but the cancellation did not come out of it
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    try:
        return await work
    except asyncio.CancelledError:
        return "sorry, we are closed"
