"""Gives the work ten seconds.

verdict: error
diagnosis: TimeoutError
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await asyncio.wait_for(work, 10)
