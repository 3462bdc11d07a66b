"""Cancels a load that nobody waits for, and keeps it.

verdict: failed
diagnosis: got CancelledError too
"""

import asyncio
from collections import Counter


class SingleFlight:
    def __init__(self):
        self.tasks = {}
        self.waiting = Counter()

    async def get(self, key, load):
        if key not in self.tasks:
            self.tasks[key] = asyncio.create_task(load(key))
        task = self.tasks[key]
        self.waiting[key] += 1
        try:
            return await asyncio.shield(task)
        except Exception:
            if self.tasks.get(key) is task:
                del self.tasks[key]
            raise
        finally:
            self.waiting[key] -= 1
            if not self.waiting[key] and not task.done():
                task.cancel()
