"""Awaits two tasks in one line: a tuple of two awaits, of tasks that both run already."""

import asyncio


async def main(worker):
    task1 = asyncio.create_task(worker(1, "order milk"))
    task2 = asyncio.create_task(worker(2, "order bread"))
    await task1, await task2
