"""brew waits for a future that a timer of the loop resolves."""

import asyncio


async def brew(order, log):
    log += [f"brewing {order}"]
    loop = asyncio.get_running_loop()
    later = loop.create_future()
    timer = loop.call_later(1, later.set_result, f"{order} ready")
    try:
        return await later
    finally:
        timer.cancel()


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    return await work
