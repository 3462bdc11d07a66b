"""When there is a winner, it looks at nobody else who is over.

verdict: leaked
diagnosis: an attempt failed, and nobody ever looked at its exception
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    result = asyncio.get_running_loop().create_future()
    failed = asyncio.Event()
    tasks, errors = [], []

    def ended(task):
        if result.done() or task.cancelled():
            return
        if task.exception() is None:
            result.set_result(task.result())
            return
        errors.append(task.exception())
        if task is tasks[-1]:
            failed.set()
        if len(errors) == len(attempts):
            result.set_exception(ExceptionGroup("all failed", errors))

    async def begin_all():
        for attempt in attempts:
            failed.clear()
            tasks.append(asyncio.create_task(attempt()))
            tasks[-1].add_done_callback(ended)
            try:
                await asyncio.wait_for(failed.wait(), delay)
            except TimeoutError:
                pass

    starter = asyncio.create_task(begin_all())
    try:
        return await result
    finally:
        under_way = [task for task in [*tasks, starter] if not task.done()]
        for task in under_way:
            task.cancel()
        if under_way:
            await asyncio.wait(under_way)
