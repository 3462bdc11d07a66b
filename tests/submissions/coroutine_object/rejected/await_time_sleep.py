"""Believes that `await` makes any call asynchronous.

verdict: error
diagnosis: time.sleep is no coroutine function
"""

import time


async def brew(order, log):
    log.append(f"brewing {order}")
    await time.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
