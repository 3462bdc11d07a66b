"""Believes that calling a coroutine function hands it to the event loop.

verdict: leaked
diagnosis: take_order gave back nothing
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    brew(order, log)


async def serve(work):
    return await work
