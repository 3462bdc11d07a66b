"""One task that awaits both: a task makes nothing concurrent that is inside it.

verdict: failed
diagnosis: the second worker only started when the first had finished
"""

import asyncio


async def main(worker):
    async def both():
        await worker(1, "order milk")
        await worker(2, "order bread")

    await asyncio.create_task(both())
