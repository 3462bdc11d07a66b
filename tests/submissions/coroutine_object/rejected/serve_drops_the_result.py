"""Runs the work and lets go of its value.

verdict: failed
diagnosis: serve() gave back nothing: the value of an await is what the coroutine returned
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    await work
