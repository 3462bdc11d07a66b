"""Awaits in a plain function.

verdict: error
diagnosis: 'await' outside async function
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return await brew(order, log)


async def serve(work):
    return await work
