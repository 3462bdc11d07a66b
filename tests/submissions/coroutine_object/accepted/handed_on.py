"""serve is a plain function that hands the work on to whoever awaits serve(work)."""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


def serve(work):
    return work
