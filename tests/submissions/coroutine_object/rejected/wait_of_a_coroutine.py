"""Gives asyncio.wait a coroutine object.

verdict: error
diagnosis: asyncio.wait takes tasks
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    done, _ = await asyncio.wait([work])
    return done.pop().result()
