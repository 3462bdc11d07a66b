"""A TaskGroup in a task of its own runs the jobs, and the generator reads what they put on a queue."""

import asyncio


async def stream_results(jobs):
    queue = asyncio.Queue()

    async def one(number, job):
        try:
            outcome = await job()
        except Exception as error:
            outcome = error
        await queue.put((number, outcome))

    async def everything():
        async with asyncio.TaskGroup() as group:
            for number, job in enumerate(jobs):
                group.create_task(one(number, job))

    runner = asyncio.create_task(everything())
    try:
        for _ in range(len(jobs)):
            yield await queue.get()
    finally:
        runner.cancel()
        await asyncio.wait({runner})
