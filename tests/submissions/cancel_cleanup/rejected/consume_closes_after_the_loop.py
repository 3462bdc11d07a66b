"""The line after the loop runs at the end.

verdict: failed
diagnosis: a CancelledError passes by the lines that follow
"""

import asyncio


async def consume(source, log):
    while True:
        log.append(await source.read())
    await source.close()


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
