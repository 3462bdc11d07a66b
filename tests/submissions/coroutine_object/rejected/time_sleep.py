"""Believes that everything in an `async def` is asynchronous.

verdict: blocked
diagnosis: the event loop was blocked for 1 s by time.sleep
"""

import time


async def brew(order, log):
    log.append(f"brewing {order}")
    time.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
