"""Words the text in its own way.

verdict: failed
diagnosis: must give "tea ready", letter by letter
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} is ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
