"""Believes that the last line of the log is still its own after the wait.

verdict: failed
diagnosis: each order must give its own result, also when several are served
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return log[-1].removeprefix("brewing ") + " ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
