"""A condition tells of every coroutine that is over; close waits until none is left."""

import asyncio


class Background:
    def __init__(self):
        self.errors, self.tasks, self.cond = [], set(), asyncio.Condition()

    async def _run(self, c):
        try:
            await c
        except Exception as e:
            self.errors.append(e)
        finally:
            self.tasks.discard(asyncio.current_task())
            async with self.cond:
                self.cond.notify_all()

    def spawn(self, coro):
        self.tasks.add(asyncio.create_task(self._run(coro)))

    async def close(self):
        async with self.cond:
            await self.cond.wait_for(lambda: not self.tasks)
