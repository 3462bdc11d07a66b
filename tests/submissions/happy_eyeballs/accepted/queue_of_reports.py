"""The attempts report on a queue, and whoever reads it has patience for the delay."""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    reports = asyncio.Queue()
    errors = []

    async def run(attempt):
        try:
            value = await attempt()
        except Exception as error:
            await reports.put((False, error))
        else:
            await reports.put((True, value))

    tasks = []
    line = iter(attempts)
    more = True
    try:
        while len(errors) < len(attempts):
            attempt = next(line, None)
            if attempt is None:
                more = False
            else:
                tasks.append(asyncio.create_task(run(attempt)))
            try:
                async with asyncio.timeout(delay if more and len(tasks) < len(attempts) else None):
                    good, outcome = await reports.get()
            except TimeoutError:
                continue
            if good:
                return outcome
            errors.append(outcome)
        raise ExceptionGroup("all failed", errors)
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            await asyncio.wait({task})
