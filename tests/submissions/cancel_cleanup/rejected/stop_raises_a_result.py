"""Takes every exception that gather gives for an error of the task, one that the task returned as well.

verdict: failed
diagnosis: the task returned an exception, as a value like any other, and stop did not return it
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
    (outcome,) = await asyncio.gather(task, return_exceptions=True)
    if isinstance(outcome, asyncio.CancelledError):
        return None
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome
