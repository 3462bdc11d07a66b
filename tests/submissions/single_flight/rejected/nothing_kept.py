"""Shares a load, and forgets it when it is over.

verdict: failed
diagnosis: its value was not kept
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.tasks = {}

    async def get(self, key, load):
        if key not in self.tasks:
            self.tasks[key] = asyncio.create_task(load(key))
            self.tasks[key].add_done_callback(lambda done: self.tasks.pop(key))
        return await asyncio.shield(self.tasks[key])
