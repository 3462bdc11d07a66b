"""Believes that setting a timer is waiting.

verdict: failed
diagnosis: to set a timer, is not yet to wait for it
"""

import asyncio

async def brew(order, log):
    log.append(f"brewing {order}")
    asyncio.get_running_loop().call_later(1, lambda: None)
    return f"{order} ready"
def take_order(order, log):
    return brew(order, log)

async def serve(work):
    return await work
