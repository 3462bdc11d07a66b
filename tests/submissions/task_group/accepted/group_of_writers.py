"""A TaskGroup whose tasks write their value into the dict; one error is taken out of its group."""

import asyncio


async def load_all(load, names, say):
    values = {}

    async def write(name):
        values[name] = await load(name)

    try:
        async with asyncio.TaskGroup() as group:
            for name in names:
                group.create_task(write(name))
            say("scheduling done")
    except* Exception as errors:
        if len(errors.exceptions) > 1:
            raise
        error = errors.exceptions[0]
    else:
        error = None
    if error is not None:
        raise error
    say("Done.")
    return values
