"""Believes that work needs a thread and a loop of its own.

verdict: error
diagnosis: the work was taken to another event loop
"""

import asyncio

async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"

def take_order(order, log):
    return brew(order, log)

async def serve(work):
    return await asyncio.to_thread(asyncio.run, work)
