"""Starts one more job each time that an outcome is asked for.

verdict: failed
diagnosis: began only
"""

import asyncio


async def numbered(number, job):
    try:
        return number, await job()
    except Exception as error:
        return number, error


async def stream_results(jobs):
    tasks = []
    running = set()
    waiting = list(enumerate(jobs))
    try:
        while waiting or running:
            if waiting:
                task = asyncio.create_task(numbered(*waiting.pop(0)))
                tasks.append(task)
                running.add(task)
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                yield task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
