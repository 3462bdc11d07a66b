"""Keeps a value for ten seconds.

verdict: failed
diagnosis: a value is kept for good
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.tasks = {}

    async def get(self, key, load):
        if key not in self.tasks:
            self.tasks[key] = asyncio.ensure_future(load(key))
            self.tasks[key].add_done_callback(lambda task: self.over(key, task))
        return await asyncio.shield(self.tasks[key])

    def over(self, key, task):
        if task.cancelled() or task.exception():
            del self.tasks[key]
        else:
            asyncio.get_running_loop().call_later(10, self.tasks.pop, key)
