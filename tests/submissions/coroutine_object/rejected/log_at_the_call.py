"""brew logs at the call, and only its second half is a coroutine.

verdict: failed
diagnosis: brew ran at the call: the log had an entry before anybody awaited it
"""

import asyncio


def brew(order, log):
    log.append(f"brewing {order}")

    async def rest():
        await asyncio.sleep(1)
        return f"{order} ready"

    return rest()


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
