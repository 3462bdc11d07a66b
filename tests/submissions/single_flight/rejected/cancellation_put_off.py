"""Waits for the load although the caller is cancelled.

verdict: failed
diagnosis: was cancelled at 0.5, and CancelledError must come out of get at once
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
        except asyncio.CancelledError:
            await asyncio.wait([task])
            raise
        except Exception:
            if self.tasks.get(key) is task:
                del self.tasks[key]
            raise
