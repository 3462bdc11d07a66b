"""The message of cancel() tells the two cancellations apart.

verdict: error
diagnosis: CancelledError came out of stop, though nobody had cancelled its caller
"""

import asyncio


async def stop(task):
    task.cancel("stop")
    try:
        return await task
    except asyncio.CancelledError as e:
        if e.args == ("stop",):
            return None
        raise


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()
