"""The item that was being read counts as well.

verdict: failed
diagnosis: every item that was read must be in the log
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append("")
            log[-1] = await source.read()
    finally:
        await source.close()


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
