"""Believes that a coroutine must be run by asyncio.run where it is made.

verdict: failed
diagnosis: the order was already brewed when take_order returned
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return asyncio.run(brew(order, log))


async def serve(work):
    return await work
