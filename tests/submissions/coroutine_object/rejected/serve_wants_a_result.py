"""Takes an empty text for no result.

verdict: failed
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
    return await work or None
