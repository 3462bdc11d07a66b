"""Processes that are spawned, not forked, through a function of its own module."""

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def call(job):
    func, item = job
    return func(item)


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
    try:
        async with asyncio.TaskGroup() as group:

            async def one(item):
                return await loop.run_in_executor(pool, call, (func, item))

            tasks = [group.create_task(one(item)) for item in items]
        return [task.result() for task in tasks]
    finally:
        pool.shutdown()
