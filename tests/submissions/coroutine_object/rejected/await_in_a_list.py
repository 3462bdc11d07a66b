"""Believes that an `await` inside a list needs no `async def`.

verdict: error
diagnosis: a comprehension that awaits may stand only inside an `async def`
"""

import asyncio

async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"

def take_order(order, log):
    return [await b for b in [brew(order, log)]][0]
async def serve(work):
    return await work
