"""Keeps the order in a variable of the module, where the next brew overwrites it.

verdict: failed
diagnosis: each order must give its own result, also when several are served
"""

import asyncio

current = ""


async def brew(order, log):
    global current
    current = order
    log.append(f"brewing {current}")
    await asyncio.sleep(1)
    return f"{current} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
