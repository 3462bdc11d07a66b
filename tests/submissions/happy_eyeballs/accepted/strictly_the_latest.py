"""Only a failure of the latest attempt brings the next one forward; the delay counts from its start."""

import asyncio


async def staggered_race(attempts, delay):
    loop = asyncio.get_running_loop()
    tasks = []
    line = list(attempts)
    if not line:
        raise ValueError("no attempts")
    due = loop.time()
    try:
        while True:
            if line and (loop.time() >= due or tasks[-1].done()):
                tasks.append(loop.create_task(line.pop(0)()))
                due = loop.time() + delay
            pending = [task for task in tasks if not task.done()]
            if not pending and not line:
                raise ExceptionGroup("all failed", [task.exception() for task in tasks])
            if pending:
                done, _ = await asyncio.wait(
                    pending,
                    timeout=max(0, due - loop.time()) if line else None,
                    return_when=asyncio.FIRST_COMPLETED,
                )
                for task in done:
                    if not task.exception():
                        return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
