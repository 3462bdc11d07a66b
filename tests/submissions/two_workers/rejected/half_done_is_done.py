"""Does not mind being cancelled when one worker has finished.

verdict: failed
diagnosis: the cancellation did not come out of it
"""

import asyncio


async def main(worker):
    milk = asyncio.create_task(worker(1, "order milk"))
    bread = asyncio.create_task(worker(2, "order bread"))
    try:
        await asyncio.gather(milk, bread)
    except asyncio.CancelledError:
        if not milk.done() or milk.cancelled():
            raise
