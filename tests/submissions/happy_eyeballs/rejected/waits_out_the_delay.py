"""After a failure it waits out the delay.

verdict: failed
diagnosis: after a failure there is nothing to wait for
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    line = list(attempts)
    tasks = []
    pending = set()
    loop = asyncio.get_running_loop()
    try:
        while line or pending:
            if line:
                tasks.append(asyncio.create_task(line.pop(0)()))
                pending.add(tasks[-1])
            due = loop.time() + delay if line else None
            while pending:
                left = None if due is None else max(0, due - loop.time())
                done, pending = await asyncio.wait(pending, timeout=left, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    if task.exception() is None:
                        return task.result()
                if not done:
                    break
            if due is not None:
                await asyncio.sleep(max(0, due - loop.time()))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
