"""Believes that all work takes a second, and waits for the clock.

verdict: failed
diagnosis: serve must wait for the work itself, not for a fixed time
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    task = asyncio.create_task(work)
    await asyncio.sleep(1)
    return await task
