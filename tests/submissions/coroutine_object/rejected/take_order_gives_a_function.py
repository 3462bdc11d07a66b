"""Believes that the function is the work.

verdict: failed
diagnosis: take_order gave back a function
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return lambda: brew(order, log)


async def serve(work):
    return await work
