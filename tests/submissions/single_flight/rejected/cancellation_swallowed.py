"""Believes that a shielded get may go on when it is cancelled.

verdict: failed
diagnosis: caller 1 was cancelled, and get returned
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
            return await task
        except Exception:
            if self.tasks.get(key) is task:
                del self.tasks[key]
            raise
