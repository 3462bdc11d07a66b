"""Believes that every wait needs an asyncio.run.

verdict: error
diagnosis: asyncio.run starts an event loop, but one is running already
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    asyncio.run(asyncio.sleep(1))
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
