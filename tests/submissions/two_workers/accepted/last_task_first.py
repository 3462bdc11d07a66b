"""Awaits the tasks in the other order: both run, whichever is waited for first."""

import asyncio


async def main(worker):
    milk = asyncio.create_task(worker(1, "order milk"))
    bread = asyncio.create_task(worker(2, "order bread"))
    await bread
    await milk
