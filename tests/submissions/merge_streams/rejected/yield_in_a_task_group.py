"""Yields inside a TaskGroup, which takes GeneratorExit for an error.

verdict: error
diagnosis: a yield must not stand inside a TaskGroup
"""

import asyncio


async def merge(*sources):
    queue = asyncio.Queue(1)

    async def pump(source):
        async for item in source:
            await queue.put([item])
        await queue.put([])

    try:
        async with asyncio.TaskGroup() as group:
            pumps = [group.create_task(pump(source)) for source in sources]
            running = len(pumps)
            try:
                while running:
                    came = await queue.get()
                    running -= not came
                    for item in came:
                        yield item
            finally:
                for task in pumps:
                    task.cancel()
    finally:
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
