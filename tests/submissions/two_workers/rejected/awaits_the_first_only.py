"""Awaits the first task only.

verdict: leaked
diagnosis: main waited for one worker only
"""

import asyncio


async def main(worker):
    milk = asyncio.create_task(worker(1, "order milk"))
    bread = asyncio.create_task(worker(2, "order bread"))
    await milk
