"""A cancelled task has its result at once.

verdict: error
diagnosis: stop looked at the result of a task that was still at work
"""


async def stop(task):
    task.cancel()
    return task.result()


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()
