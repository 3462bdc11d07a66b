"""Starts an event loop inside the event loop.

verdict: error
diagnosis: inside it, nothing starts another one
"""

import asyncio


async def main(worker):
    asyncio.run(worker(1, "order milk"))
    asyncio.run(worker(2, "order bread"))
