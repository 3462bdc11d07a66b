"""A task group for each worker: each block waits at its end.

verdict: failed
diagnosis: the second worker only started when the first had finished
"""

import asyncio


async def main(worker):
    async with asyncio.TaskGroup() as errands:
        errands.create_task(worker(1, "order milk"))
    async with asyncio.TaskGroup() as errands:
        errands.create_task(worker(2, "order bread"))
