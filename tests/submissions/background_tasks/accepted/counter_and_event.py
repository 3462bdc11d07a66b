"""Counts what is under way, and an Event says when nothing is; a set holds the tasks."""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self._tasks = set()
        self._idle = asyncio.Event()
        self._idle.set()

    def spawn(self, coro):
        self._idle.clear()
        task = asyncio.ensure_future(coro)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task):
        try:
            task.result()
        except asyncio.CancelledError:
            pass
        except Exception as error:
            self.errors.append(error)
        self._tasks.remove(task)
        if not self._tasks:
            self._idle.set()

    async def close(self):
        await self._idle.wait()
