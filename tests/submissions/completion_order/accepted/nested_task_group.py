"""A TaskGroup around the yield, which takes GeneratorExit out of the group again."""

import asyncio


async def stream_results(jobs):
    queue = asyncio.Queue()

    async def one(number, job):
        try:
            outcome = await job()
        except Exception as error:
            outcome = error
        queue.put_nowait((number, outcome))

    closed = False
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(number, job)) for number, job in enumerate(jobs)]
            for _ in tasks:
                pair = await queue.get()
                try:
                    yield pair
                except GeneratorExit:
                    closed = True
                    for task in tasks:
                        task.cancel()
                    break
    finally:
        if closed:
            return
