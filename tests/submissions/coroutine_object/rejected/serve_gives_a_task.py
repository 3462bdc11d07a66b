"""Believes that the task is the result.

verdict: leaked
diagnosis: serve() gave back a task, which is still under way
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return asyncio.create_task(work)
