"""Gives the task back, not its value.

verdict: leaked
diagnosis: get must give the value of load, and gave a Task
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.tasks = {}

    async def get(self, key, load):
        if key not in self.tasks:
            self.tasks[key] = asyncio.create_task(load(key))
        await asyncio.wait([self.tasks[key]])
        return self.tasks[key]
