"""Each attempt reports on a queue how it ended, and so does a clock."""

import asyncio


async def first_success(attempts, seconds=None):
    if len(attempts) == 0:
        raise ValueError(attempts)
    reports = asyncio.Queue()

    async def run(place, attempt):
        try:
            reports.put_nowait((place, True, await attempt()))
        except Exception as error:
            reports.put_nowait((place, False, error))

    async def clock():
        await asyncio.sleep(seconds)
        reports.put_nowait((None, None, None))

    tasks = [asyncio.create_task(run(place, attempt)) for place, attempt in enumerate(attempts)]
    if seconds is not None:
        tasks.append(asyncio.create_task(clock()))
    errors = [None] * len(attempts)
    try:
        for _ in attempts:
            place, good, value = await reports.get()
            if place is None:
                raise asyncio.TimeoutError("too late")
            if good:
                return value
            errors[place] = value
        raise ExceptionGroup("all failed", errors)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
