"""`except Exception` sees every exception.

verdict: failed
diagnosis: `except Exception` as well, for it is a BaseException
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    except Exception:
        await source.close()
        raise


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
