"""Believes that a CancelledError which nobody has sent to the task is an error like another one.

verdict: failed
diagnosis: a coroutine that ends in CancelledError has not failed: it does not belong in errors
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
            await coro
        except asyncio.CancelledError as error:
            if asyncio.current_task().cancelling():
                raise
            self.errors.append(error)
        except Exception as error:
            self.errors.append(error)

    async def close(self):
        while self._tasks:
            await asyncio.wait(self._tasks)
