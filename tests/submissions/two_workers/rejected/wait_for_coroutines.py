"""Hands asyncio.wait coroutines.

verdict: error
diagnosis: asyncio.wait takes tasks
"""

import asyncio


async def main(worker):
    await asyncio.wait([worker(1, "order milk"), worker(2, "order bread")])
