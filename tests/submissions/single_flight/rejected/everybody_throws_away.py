"""Everybody who hears of the error throws away what is kept, the next load too.

verdict: failed
diagnosis: 3 loads of tea began at 1.4, when the one before was over: each of those who had waited for it began one
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.tasks = {}

    async def get(self, key, load):
        if key not in self.tasks or (self.tasks[key].done() and self.tasks[key].exception()):
            self.tasks[key] = asyncio.create_task(load(key))
        try:
            return await asyncio.shield(self.tasks[key])
        except Exception:
            self.tasks.pop(key, None)
            raise
