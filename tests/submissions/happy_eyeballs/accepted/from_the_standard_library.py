"""asyncio has such a race, for its own use. It is given a loop that remembers the tasks, since it does not wait for them."""

import asyncio
from asyncio import staggered


class Remembering:
    def __init__(self, loop):
        self.loop = loop
        self.tasks = []

    def __getattr__(self, name):
        return getattr(self.loop, name)

    def create_task(self, coroutine, **how):
        task = self.loop.create_task(coroutine, **how)
        self.tasks.append(task)
        return task


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    loop = Remembering(asyncio.get_running_loop())
    try:
        value, winner, errors = await staggered.staggered_race(attempts, delay, loop=loop)
    finally:
        while running := [task for task in loop.tasks if not task.done()]:
            for task in running:
                task.cancel()
            await asyncio.wait(running)
    if winner is None:
        raise ExceptionGroup("all failed", errors)
    return value
