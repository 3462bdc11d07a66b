"""A TaskGroup in whose block the tasks are awaited and the last word is said, when all of them are over."""

from asyncio import TaskGroup


async def load_all(load, names, say):
    async with TaskGroup() as group:
        tasks = {name: group.create_task(load(name)) for name in names}
        say("scheduling done")
        values = {name: await task for name, task in tasks.items()}
        say("Done.")
        return values
