"""Keeps a set of running tasks full, and waits for the first of them to end."""

import asyncio


async def map_pool(func, items, workers):
    jobs = enumerate(items)
    running = {}
    results = []
    try:
        while True:
            while len(running) < workers:
                try:
                    number, item = next(jobs)
                except StopIteration:
                    break
                running[asyncio.ensure_future(func(item))] = number
                results.append(None)
            if not running:
                return results
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                results[running.pop(task)] = task.result()
    finally:
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
