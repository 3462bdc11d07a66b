"""Gives a load ten seconds.

verdict: failed
diagnosis: only the error of a load may come out
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.tasks = {}

    async def get(self, key, load):
        if key not in self.tasks:
            self.tasks[key] = asyncio.ensure_future(asyncio.wait_for(load(key), 10))
            self.tasks[key].add_done_callback(lambda task: self.over(key, task))
        return await asyncio.shield(self.tasks[key])

    def over(self, key, task):
        if task.cancelled() or task.exception():
            del self.tasks[key]
