"""Throws away the load when a caller is cancelled, and the load goes on.

verdict: failed
diagnosis: was still under way: it had been forgotten
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.tasks = {}

    async def get(self, key, load):
        task = self.tasks.get(key)
        if task is None:
            task = self.tasks[key] = asyncio.create_task(load(key))
        try:
            return await asyncio.shield(task)
        except BaseException:
            if self.tasks.get(key) is task:
                del self.tasks[key]
            raise
