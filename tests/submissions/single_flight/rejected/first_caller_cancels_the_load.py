"""Whoever began the load cancels it when he is cancelled.

verdict: failed
diagnosis: caller 1 was cancelled, and caller 2 got CancelledError too
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.tasks = {}

    async def get(self, key, load):
        if key in self.tasks:
            return await asyncio.shield(self.tasks[key])
        task = self.tasks[key] = asyncio.create_task(load(key))
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            task.cancel()
            del self.tasks[key]
            raise
        except Exception:
            del self.tasks[key]
            raise
