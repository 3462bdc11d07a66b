"""Waits until one of the two has finished.

verdict: leaked
diagnosis: main waited for one worker only
"""

import asyncio


async def main(worker):
    tasks = {
        asyncio.create_task(worker(1, "order milk")),
        asyncio.create_task(worker(2, "order bread")),
    }
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
