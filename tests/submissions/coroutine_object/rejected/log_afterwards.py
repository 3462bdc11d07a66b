"""Logs when the drink is ready.

verdict: failed
diagnosis: brew must write to the log before it waits
"""

import asyncio


async def brew(order, log):
    await asyncio.sleep(1)
    log.append(f"brewing {order}")
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
