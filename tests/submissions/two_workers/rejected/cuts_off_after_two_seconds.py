"""Limits both workers to the two seconds that they are said to take.

verdict: error
diagnosis: you waited for a duration, not for the workers
"""

import asyncio


async def main(worker):
    async with asyncio.timeout(2.25):
        await asyncio.gather(worker(1, "order milk"), worker(2, "order bread"))
