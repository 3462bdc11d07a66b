"""Believes that the event loop keeps a task alive.

verdict: leaked
diagnosis: nobody kept a reference to the task: the garbage collector destroyed it in the middle of its work
"""

import asyncio


class Background:
    def __init__(self):
        self.errors = []

    def spawn(self, coro):
        asyncio.create_task(self._run(coro))

    async def _run(self, coro):
        try:
            await coro
        except Exception as error:
            self.errors.append(error)

    async def close(self):
        others = asyncio.all_tasks() - {asyncio.current_task()}
        if others:
            await asyncio.wait(others)
