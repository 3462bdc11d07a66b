"""A queue counts what is under way, and its join() waits until all of it is done."""

import asyncio


class Background:
    def __init__(self):
        self.errors, self.q, self.tasks = [], asyncio.Queue(), set()

    def spawn(self, coro):
        self.q.put_nowait(None)
        t = asyncio.create_task(coro)
        self.tasks.add(t)
        t.add_done_callback(self._d)

    def _d(self, t):
        self.tasks.remove(t)
        self.q.get_nowait()
        self.q.task_done()
        if not t.cancelled() and t.exception():
            self.errors += [t.exception()]

    async def close(self):
        await self.q.join()
