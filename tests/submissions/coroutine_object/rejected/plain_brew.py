"""brew is a plain function that sleeps.

verdict: blocked
diagnosis: brew ran at the call
"""

import time


def brew(order, log):
    log.append(f"brewing {order}")
    time.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
