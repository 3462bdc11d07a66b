"""Milk in a task of its own, bread in main's: bread begins first, in the same instant."""

import asyncio


async def main(worker):
    milk = asyncio.create_task(worker(1, "order milk"))
    await worker(2, "order bread")
    await milk
