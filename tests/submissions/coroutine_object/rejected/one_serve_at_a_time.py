"""Lets one serve wait for the other.

verdict: failed
diagnosis: whatever else is being served
"""

import asyncio

lock = asyncio.Lock()


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    async with lock:
        return await work
