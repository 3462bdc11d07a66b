"""Believes that asyncio.wait may be asked to wait for nothing.

verdict: error
diagnosis: load_all raised because there were no names; nothing to load is no error
"""

import asyncio


async def load_all(load, names, say):
    tasks = {name: asyncio.create_task(load(name)) for name in names}
    say("scheduling done")
    try:
        await asyncio.wait(tasks.values(), return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks.values():
            task.cancel()
        errors = await asyncio.gather(*tasks.values(), return_exceptions=True)
    for error in errors:
        if isinstance(error, Exception):
            raise error
    say("Done.")
    return {name: task.result() for name, task in tasks.items()}
