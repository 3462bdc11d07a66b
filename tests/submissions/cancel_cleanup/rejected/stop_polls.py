"""Look every now and then whether the task is over.

verdict: failed
diagnosis: looked again and again
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()


async def stop(task):
    task.cancel()
    while not task.done():
        await asyncio.sleep(0.01)
    return None if task.cancelled() else task.result()
