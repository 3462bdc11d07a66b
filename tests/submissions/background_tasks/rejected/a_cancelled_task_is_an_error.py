"""Catches BaseException in the wrapper, so that a cancellation counts as a failure.

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
        except BaseException as error:
            self.errors.append(error)

    async def close(self):
        while self._tasks:
            await asyncio.wait(self._tasks)
