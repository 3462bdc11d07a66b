"""Hides the kinds of errors that it thinks harmless.

verdict: failed
diagnosis: the work failed, and serve said nothing
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
        return await work
    except (OSError, LookupError):
        return None
