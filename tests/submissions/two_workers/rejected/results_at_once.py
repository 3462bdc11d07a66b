"""Believes that result() waits.

verdict: error
diagnosis: a task was asked for its result before it was done
"""

import asyncio


async def main(worker):
    milk = asyncio.create_task(worker(1, "order milk"))
    bread = asyncio.create_task(worker(2, "order bread"))
    milk.result()
    bread.result()
