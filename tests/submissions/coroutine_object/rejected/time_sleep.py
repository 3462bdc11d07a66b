"""Believes that everything in an `async def` is asynchronous.

verdict: blocked
diagnosis: by time.sleep at line 12 (brew): nothing else could run meanwhile
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
