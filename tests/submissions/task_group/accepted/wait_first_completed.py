"""Takes the loads as they end, by asyncio.wait: for those who want to do something with each value as it comes."""

import asyncio


async def load_all(load, names, say):
    async def named(name):
        return name, await load(name)

    values, running = {}, {asyncio.create_task(named(name)) for name in names}
    say("scheduling done")
    try:
        while running:
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            errors = [task.exception() for task in done if task.exception() is not None]
            if errors:
                raise ExceptionGroup("loads have failed", errors)
            values.update(task.result() for task in done)
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    say("Done.")
    return values
