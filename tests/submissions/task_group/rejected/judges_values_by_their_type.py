"""Believes that an exception object among the values is an error.

verdict: failed
diagnosis: a load gave an exception object as its value, and load_all raised it: that load has ended well
"""

import asyncio


async def load_all(load, names, say):
    async def outcome(name):
        try:
            return await load(name)
        except Exception as error:
            for task in tasks.values():
                if task is not asyncio.current_task():
                    task.cancel()
            return error

    tasks = {name: asyncio.create_task(outcome(name)) for name in names}
    say("scheduling done")
    outcomes = await asyncio.gather(*tasks.values(), return_exceptions=True)
    for value in outcomes:
        if isinstance(value, Exception):
            raise value
    say("Done.")
    return dict(zip(names, outcomes))
