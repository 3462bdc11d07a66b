"""Looks at the exceptions when it is closed, in the order of spawning.

verdict: failed
diagnosis: an exception belongs there from the moment it was raised
"""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self._tasks = []

    def spawn(self, coro):
        self._tasks.append(asyncio.create_task(coro))

    async def close(self):
        while self._tasks:
            tasks, self._tasks = self._tasks, []
            for result in await asyncio.gather(*tasks, return_exceptions=True):
                if isinstance(result, Exception):
                    self.errors.append(result)
