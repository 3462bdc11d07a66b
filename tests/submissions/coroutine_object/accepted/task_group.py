"""serve runs the work in a task group."""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


async def serve(work):
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work)
    return task.result()
