"""Believes that a coroutine function may return the work, and Python will run it.

verdict: leaked
diagnosis: serve() gave back a coroutine object, not its result
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return work
