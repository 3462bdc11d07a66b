"""Done callbacks put the finished reads in a line; the reader waits for a future."""

import asyncio
from collections import deque


async def merge(*sources):
    loop = asyncio.get_running_loop()
    finished, waiter = deque(), None
    tasks = {}

    def over(task):
        finished.append(task)
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    def ask(iterator):
        task = loop.create_task(read(iterator))
        tasks[task] = iterator
        task.add_done_callback(over)

    async def read(iterator):
        try:
            return (await iterator.__anext__(),)
        except StopAsyncIteration:
            return ()

    try:
        for source in sources:
            ask(source.__aiter__())
        while tasks:
            while not finished:
                waiter = loop.create_future()
                await waiter
            task = finished.popleft()
            iterator = tasks.pop(task)
            for item in task.result():
                ask(iterator)
                yield item
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
