"""Awaits inside the call of gather.

verdict: error
diagnosis: an `await` among the arguments runs that worker to its end first
"""

import asyncio


async def main(worker):
    await asyncio.gather(await worker(1, "order milk"), await worker(2, "order bread"))
