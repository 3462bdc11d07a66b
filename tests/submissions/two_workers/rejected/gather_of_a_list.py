"""Hands gather a list.

verdict: error
diagnosis: gather takes the coroutines one by one
"""

import asyncio


async def main(worker):
    await asyncio.gather([worker(1, "order milk"), worker(2, "order bread")])
