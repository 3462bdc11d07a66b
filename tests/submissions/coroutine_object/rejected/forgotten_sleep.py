"""Calls asyncio.sleep like time.sleep.

verdict: leaked
diagnosis: brew went on without waiting
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
