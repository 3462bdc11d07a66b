"""Believes that a task has its result as soon as it exists.

verdict: error
diagnosis: a task was asked for its result before it was done
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return asyncio.create_task(work).result()
