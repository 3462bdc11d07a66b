"""Gives each worker a thread and an event loop of its own.

verdict: failed
diagnosis: a worker ran on another event loop
"""

import asyncio


async def main(worker):
    await asyncio.gather(
        asyncio.to_thread(asyncio.run, worker(1, "order milk")),
        asyncio.to_thread(asyncio.run, worker(2, "order bread")),
    )
