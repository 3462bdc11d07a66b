"""Writes what the example says.

verdict: failed
diagnosis: brew must give back the text of its own order
"""

import asyncio


async def brew(order, log):
    log.append("brewing tea")
    await asyncio.sleep(1)
    return "tea ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
