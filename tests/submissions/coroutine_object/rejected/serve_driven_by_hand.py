"""Believes that send() runs a coroutine to its end.

verdict: error
diagnosis: driven by hand
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    try:
        while True:
            work.send(None)
    except StopIteration as end:
        return end.value
