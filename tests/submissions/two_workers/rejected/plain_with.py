"""Enters a TaskGroup like a file.

verdict: error
diagnosis: a TaskGroup is entered with `async with`
"""

import asyncio


async def main(worker):
    with asyncio.TaskGroup() as group:
        group.create_task(worker(1, "order milk"))
        group.create_task(worker(2, "order bread"))
