"""A TaskGroup around each attempt, so that errors come in a group."""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    while True:
        attempts -= 1
        try:
            async with asyncio.TaskGroup() as group:
                attempt = group.create_task(op())
        except ExceptionGroup as error:
            if attempts == 0 or error.split(retry_on)[1] is not None:
                raise
        else:
            return attempt.result()
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
