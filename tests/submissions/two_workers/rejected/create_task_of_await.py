"""Awaits inside the call of create_task.

verdict: error
diagnosis: the `await` in the argument ran it to its end first
"""

import asyncio


async def main(worker):
    milk = asyncio.create_task(await worker(1, "order milk"))
    bread = asyncio.create_task(await worker(2, "order bread"))
    await milk
    await bread
