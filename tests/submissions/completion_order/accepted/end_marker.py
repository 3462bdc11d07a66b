"""Somebody who waits for all the jobs puts a mark on the queue when they are over."""

import asyncio

END = object()


async def stream_results(jobs):
    queue = asyncio.Queue()

    async def one(number, job):
        try:
            queue.put_nowait((number, await job()))
        except Exception as error:
            queue.put_nowait((number, error))

    async def everything():
        async with asyncio.TaskGroup() as group:
            for number, job in enumerate(jobs):
                group.create_task(one(number, job))
        queue.put_nowait(END)

    runner = asyncio.create_task(everything())
    try:
        while (pair := await queue.get()) is not END:
            yield pair
    finally:
        runner.cancel()
        await asyncio.gather(runner, return_exceptions=True)
