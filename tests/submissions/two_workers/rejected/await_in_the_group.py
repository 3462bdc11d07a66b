"""Awaits the task inside the group's block, before the next one is made.

verdict: failed
diagnosis: the second worker only started when the first had finished
"""

import asyncio


async def main(worker):
    async with asyncio.TaskGroup() as errands:
        await errands.create_task(worker(1, "order milk"))
        await errands.create_task(worker(2, "order bread"))
