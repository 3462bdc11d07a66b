"""Takes the cancellation for an end of the second worker.

verdict: failed
diagnosis: the cancellation did not come out of it
"""

import asyncio


async def main(worker):
    milk = asyncio.create_task(worker(1, "order milk"))
    bread = asyncio.create_task(worker(2, "order bread"))
    await milk
    try:
        await bread
    except asyncio.CancelledError:
        pass
