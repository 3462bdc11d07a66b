"""Takes the items in batches and waits for each batch.

verdict: failed
diagnosis: an idle worker waited for the slowest of its batch
"""

import asyncio
from itertools import islice


async def map_pool(func, items, workers):
    iterator = iter(items)
    results = []
    while batch := list(islice(iterator, workers)):
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(func(item)) for item in batch]
        results += [task.result() for task in tasks]
    return results
