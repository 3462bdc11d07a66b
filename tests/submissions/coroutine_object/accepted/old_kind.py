"""serve is a generator-based coroutine, and hands over to the work by `yield from`."""

import types
import asyncio

async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"

def take_order(order, log):
    return brew(order, log)

@types.coroutine
def serve(work):
    return (yield from work.__await__())
