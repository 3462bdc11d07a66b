"""An asynchronous context manager of its own, made with contextlib."""

import asyncio
import contextlib


@contextlib.asynccontextmanager
async def nursery():
    tasks = []

    def start(c):
        t = asyncio.create_task(c)
        tasks.append(t)
        return t

    try:
        yield start
        await asyncio.gather(*tasks)
    except BaseException:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise


async def load_all(load, names, say):
    async with nursery() as start:
        tasks = {n: start(load(n)) for n in names}
        say("scheduling done")
    say("Done.")
    return {n: t.result() for n, t in tasks.items()}
