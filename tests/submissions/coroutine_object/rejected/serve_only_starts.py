"""Believes that starting a task runs it to its end.

verdict: leaked
diagnosis: serve() gave back nothing
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    asyncio.create_task(work)
