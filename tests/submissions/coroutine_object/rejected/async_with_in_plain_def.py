"""Opens a task group in a plain function.

verdict: error
diagnosis: `async with` waits on the way in and out
"""

import asyncio


async def brew(order, log):
    log.append(f"brewing {order}")
    await asyncio.sleep(1)
    return f"{order} ready"


def take_order(order, log):
    return brew(order, log)


def serve(work):
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work)
    return task.result()
