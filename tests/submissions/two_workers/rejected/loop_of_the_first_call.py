"""Keeps the event loop that it met first.

verdict: error
diagnosis: main used an event loop that had been closed
"""

import asyncio

loop = None


async def main(worker):
    global loop
    loop = loop or asyncio.get_running_loop()
    milk = loop.create_task(worker(1, "order milk"))
    bread = loop.create_task(worker(2, "order bread"))
    await milk
    await bread
