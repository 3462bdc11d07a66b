"""Awaits the shared task itself.

verdict: failed
diagnosis: caller 1 was cancelled, and caller 2 got CancelledError too: whoever awaits a task or a future hands
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.tasks = {}

    async def get(self, key, load):
        if key not in self.tasks:
            self.tasks[key] = asyncio.create_task(load(key))
        try:
            return await self.tasks[key]
        except Exception:
            self.tasks.pop(key, None)
            raise
