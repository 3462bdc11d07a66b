"""Keeps a task that has failed.

verdict: failed
diagnosis: got the error of an earlier load: an error is not kept
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.tasks = {}

    async def get(self, key, load):
        if key not in self.tasks:
            self.tasks[key] = asyncio.create_task(load(key))
        return await asyncio.shield(self.tasks[key])
