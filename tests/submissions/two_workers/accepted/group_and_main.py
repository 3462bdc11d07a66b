"""Milk in a task group, bread awaited inside its block."""

import asyncio


async def main(worker):
    async with asyncio.TaskGroup() as errands:
        errands.create_task(worker(1, "order milk"))
        await worker(2, "order bread")
