"""A Condition over one slot for all; an AsyncExitStack closes what has to be closed."""

import asyncio
from contextlib import AsyncExitStack


async def close_all(tasks):
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def merge(*sources):
    slot, errors = [], []
    condition = asyncio.Condition()

    async def pump(source):
        try:
            async for item in source:
                async with condition:
                    await condition.wait_for(lambda: not slot)
                    slot.append(item)
                    condition.notify_all()
        except Exception as error:
            errors.append(error)
        finally:
            async with condition:
                running.discard(asyncio.current_task())
                condition.notify_all()

    async with AsyncExitStack() as stack:
        for source in sources:
            if hasattr(source, "aclose"):
                stack.push_async_callback(source.aclose)
        tasks = [asyncio.create_task(pump(source)) for source in sources]
        running = set(tasks)
        stack.push_async_callback(close_all, tasks)
        while True:
            async with condition:
                await condition.wait_for(lambda: slot or errors or not running)
                if errors:
                    raise errors[0]
                if not slot:
                    return
                item = slot.pop()
                condition.notify_all()
            yield item
