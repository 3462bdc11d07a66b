"""Hands gather the functions, to be called by it.

verdict: error
diagnosis: gather got something that cannot be awaited
"""

import asyncio


async def main(worker):
    await asyncio.gather(worker, worker)
