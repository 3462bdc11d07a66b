"""The same with wait and FIRST_EXCEPTION, which tells exceptions from results, the wrong way round."""

import asyncio


class Success(Exception):
    pass


async def first_success(attempts, seconds=None):
    async def run(attempt):
        try:
            result = await attempt()
        except Exception as error:
            return error
        raise Success(result)

    tasks = [asyncio.create_task(run(attempt)) for attempt in attempts]
    if not tasks:
        raise ValueError("nobody there")
    try:
        done, left = await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
    except asyncio.CancelledError:
        done, left = set(), set(tasks)
        raise
    finally:
        for task in tasks:
            if not task.done():
                task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        if isinstance(task.exception(), Success):
            return task.exception().args[0]
    if left:
        raise TimeoutError("nobody succeeded in time")
    raise ExceptionGroup("all failed", results)
