"""Sleeps a little and looks whether something is left, again and again.

verdict: failed
diagnosis: and not look for it now and then
"""

import asyncio


class Background:
    def __init__(self):
        self.errors, self.tasks = [], set()

    def spawn(self, coro):
        t = asyncio.create_task(coro)
        self.tasks.add(t)
        t.add_done_callback(self._d)

    def _d(self, t):
        self.tasks.discard(t)
        if not t.cancelled() and t.exception():
            self.errors.append(t.exception())

    async def close(self):
        while self.tasks:
            await asyncio.sleep(0.7)
