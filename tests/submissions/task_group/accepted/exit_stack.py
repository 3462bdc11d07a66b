"""Tasks that report to a queue; an exit stack cancels and awaits every task that was made."""

import asyncio
from contextlib import AsyncExitStack, suppress


async def stop(task):
    task.cancel()
    with suppress(asyncio.CancelledError, Exception):
        await task


async def load_all(load, names, say):
    results = asyncio.Queue()

    async def report(name):
        try:
            value = await load(name)
        except Exception as error:
            results.put_nowait((name, None, error))
        else:
            results.put_nowait((name, value, None))

    values = {}
    async with AsyncExitStack() as stack:
        tasks = [asyncio.create_task(report(name)) for name in names]
        say("scheduling done")
        for task in tasks:
            stack.push_async_callback(stop, task)
        stack.callback(lambda: [task.cancel() for task in tasks])
        for _ in names:
            name, value, error = await results.get()
            if error is not None:
                raise error
            values[name] = value
    say("Done.")
    return values
