"""The introduction's own program: a TaskGroup named tg, tasks scheduled on it, "Done." behind it."""

import asyncio


async def load_all(load, names, say):
    tasks = []
    async with asyncio.TaskGroup() as tg:
        for name in names:
            task = tg.create_task(load(name))
            tasks.append(task)
        # the await is implicit when the context manager exits
        say("scheduling done")
    say("Done.")
    results = [task.result() for task in tasks]
    return dict(zip(names, results))
