"""Awaits the function asyncio.sleep itself.

verdict: error
diagnosis: put before a function that nobody called
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
