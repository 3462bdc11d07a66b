"""Once in except and once in finally: better safe than sorry.

verdict: failed
diagnosis: the source must be closed once
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    except asyncio.CancelledError:
        await source.close()
        raise
    finally:
        await source.close()


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
