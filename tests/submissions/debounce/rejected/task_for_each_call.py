"""Gives each call a task that sleeps and then makes it.

verdict: failed
diagnosis: each call was made, 1 s late: a call that another one follows within 1 s must not be made
"""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func = func
        self.wait = wait
        self.tasks = set()

    def __call__(self, *args, **kwargs):
        async def later():
            await asyncio.sleep(self.wait)
            await self.func(*args, **kwargs)

        task = asyncio.create_task(later())
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def flush(self):
        if self.tasks:
            await asyncio.wait(self.tasks)

    async def close(self):
        if self.tasks:
            await asyncio.wait(self.tasks)
