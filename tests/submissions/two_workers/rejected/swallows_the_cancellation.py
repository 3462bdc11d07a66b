"""Catches CancelledError and returns as if all were well.

verdict: failed
diagnosis: the cancellation did not come out of it
"""

import asyncio


async def main(worker):
    try:
        await asyncio.gather(worker(1, "order milk"), worker(2, "order bread"))
    except asyncio.CancelledError:
        print("stopped")
