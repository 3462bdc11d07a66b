"""Believes that a time limit does no harm where nobody has asked for one.

verdict: failed
diagnosis: was cancelled: what is spawned must run to its end, and close waits for that
"""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self._tasks = set()

    def spawn(self, coro):
        task = asyncio.create_task(self._run(coro))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, coro):
        try:
            await asyncio.wait_for(coro, 10)
        except Exception as error:
            self.errors.append(error)

    async def close(self):
        while self._tasks:
            await asyncio.wait(self._tasks)
