"""break ends the loop, and then the task, cleanly.

verdict: failed
diagnosis: a CancelledError that is caught and not raised again is lost
"""

import asyncio


async def consume(source, log):
    while True:
        try:
            log.append(await source.read())
        except asyncio.CancelledError:
            break
    await source.close()


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
