"""Swaps the arguments.

verdict: failed
diagnosis: each worker exactly once, with its delay and its name
"""

import asyncio


async def main(worker):
    await asyncio.gather(worker("order milk", 1), worker("order bread", 2))
