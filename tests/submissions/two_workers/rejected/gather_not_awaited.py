"""Calls gather without awaiting it.

verdict: leaked
diagnosis: main left before the workers finished
"""

import asyncio


async def main(worker):
    asyncio.gather(worker(1, "order milk"), worker(2, "order bread"))
