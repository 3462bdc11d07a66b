"""Once to ask, once to insist.

verdict: failed
diagnosis: a second cancel() tears its tidying up
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
    await asyncio.wait({task}, timeout=0.3)
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
