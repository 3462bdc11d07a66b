"""Works off the coroutines one after the other, in one task.

verdict: deadlock
diagnosis: b was spawned and never began; what is spawned must begin at once
"""

import asyncio


class Background:
    def __init__(self):
        self.errors = []
        self._queue = asyncio.Queue()
        self._worker = asyncio.create_task(self._work())

    async def _work(self):
        while True:
            coro = await self._queue.get()
            try:
                await coro
            except Exception as error:
                self.errors.append(error)
            finally:
                self._queue.task_done()

    def spawn(self, coro):
        self._queue.put_nowait(coro)

    async def close(self):
        await self._queue.join()
        self._worker.cancel()
