"""A list of jobs, a list of tasks, a loop that awaits them."""

import asyncio

JOBS = [(1, "order milk"), (2, "order bread")]


async def main(worker):
    tasks = [asyncio.ensure_future(worker(delay, name)) for delay, name in JOBS]
    for task in tasks:
        await task
