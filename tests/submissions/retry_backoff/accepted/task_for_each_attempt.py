"""Runs each attempt as a task, and looks at what became of it."""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    while True:
        attempts -= 1
        task = asyncio.ensure_future(op())
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            task.cancel()
            raise
        if task.cancelled() or not isinstance(task.exception(), retry_on) or attempts == 0:
            return task.result()
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
