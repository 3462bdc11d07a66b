"""Waits for every task that was not there before."""

import asyncio


async def main(worker):
    before = asyncio.all_tasks()
    asyncio.create_task(worker(1, "order milk"))
    asyncio.create_task(worker(2, "order bread"))
    await asyncio.wait(asyncio.all_tasks() - before)
