"""asyncio.wait with a timeout is a limit that hurts nobody.

verdict: leaked
diagnosis: while its source was still closing
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        closing = asyncio.create_task(source.close())
        await asyncio.wait({closing}, timeout=5)


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
