"""Gathers, and believes that one result comes alone.

verdict: failed
diagnosis: serve() gave back a collection
"""

import asyncio

async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"

def take_order(order, log):
    return brew(order, log)

async def serve(work):
    return await asyncio.gather(work)
