"""A shielded cleanup needs no waiting.

verdict: leaked
diagnosis: while its source was still closing
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        asyncio.shield(source.close())


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
