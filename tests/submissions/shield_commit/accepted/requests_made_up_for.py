"""Takes every request back, and makes as many again at the end."""

import asyncio


async def commit_safely(commit):
    me = asyncio.current_task()
    task = asyncio.create_task(commit())
    requests = 0
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            me.uncancel()
            requests += 1
        except Exception:
            break
    for _ in range(requests):
        me.cancel()
    if requests:
        await asyncio.sleep(0)
    return task.result()
