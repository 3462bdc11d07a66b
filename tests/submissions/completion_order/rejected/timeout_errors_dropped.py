"""Takes a TimeoutError for no outcome.

verdict: failed
diagnosis: no outcome of it ever came
"""

import asyncio


async def stream_results(jobs):
    numbers = {asyncio.create_task(job()): number for number, job in enumerate(jobs)}
    pending = set(numbers)
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if not isinstance(task.exception(), TimeoutError):
                    yield numbers[task], task.exception() or task.result()
    finally:
        for task in numbers:
            task.cancel()
        await asyncio.gather(*numbers, return_exceptions=True)
