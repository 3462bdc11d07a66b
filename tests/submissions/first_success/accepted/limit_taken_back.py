"""The time limit lies around everything, and is taken back before the cleaning up begins."""

import asyncio


async def first_success(attempts, seconds=None):
    if len(attempts) == 0:
        raise ValueError
    tasks = [asyncio.ensure_future(a()) for a in attempts]
    async with asyncio.timeout(seconds) as limit:
        try:
            left = set(tasks)
            while left:
                done, left = await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
                good = [t for t in done if not t.exception()]
                if good:
                    return good[0].result()
            raise ExceptionGroup("all failed", [t.exception() for t in tasks])
        finally:
            if not limit.expired():
                limit.reschedule(None)
            for t in tasks:
                t.cancel()
            await asyncio.wait(tasks)
            [t.cancelled() or t.exception() for t in tasks]
