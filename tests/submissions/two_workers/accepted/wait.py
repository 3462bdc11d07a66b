"""asyncio.wait for both tasks."""

import asyncio


async def main(worker):
    errands = {
        asyncio.create_task(worker(1, "order milk")),
        asyncio.create_task(worker(2, "order bread")),
    }
    await asyncio.wait(errands)
