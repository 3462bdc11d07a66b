"""Raises an error of its own, and the caller cannot tell what happened.

verdict: failed
diagnosis: the error that comes out must be the very exception that the load raised
"""

import asyncio


async def load_all(load, names, say):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = {name: group.create_task(load(name)) for name in names}
            say("scheduling done")
    except ExceptionGroup as errors:
        raise RuntimeError("loading failed") from errors
    say("Done.")
    return {name: task.result() for name, task in tasks.items()}
