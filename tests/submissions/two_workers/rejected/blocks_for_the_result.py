"""Waits for a result with the call that is meant for other threads.

verdict: deadlock
diagnosis: a blocking call
"""

import asyncio


async def main(worker):
    loop = asyncio.get_running_loop()
    milk = asyncio.run_coroutine_threadsafe(worker(1, "order milk"), loop)
    bread = asyncio.run_coroutine_threadsafe(worker(2, "order bread"), loop)
    milk.result()
    bread.result()
