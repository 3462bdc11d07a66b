"""Waits again and again for the first of those that are left; the task tells which job it was."""

import asyncio


async def stream_results(jobs):
    numbers = {asyncio.create_task(job()): number for number, job in enumerate(jobs)}
    pending = set(numbers)
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                error = task.exception()
                yield numbers[task], task.result() if error is None else error
    finally:
        for task in numbers:
            task.cancel()
        await asyncio.gather(*numbers, return_exceptions=True)
