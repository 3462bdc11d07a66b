"""Returns what awaiting the sleep gives.

verdict: failed
diagnosis: brew gave None: what awaiting it gives is what it returns
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    return await asyncio.sleep(1)


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
