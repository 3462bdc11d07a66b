"""A dict of the tasks, each of which takes itself out in the end; close gathers until the dict is empty."""

import asyncio
import itertools


class Background:
    def __init__(self):
        self.errors = []
        self._numbers = itertools.count()
        self._tasks = {}

    def spawn(self, coro):
        number = next(self._numbers)
        self._tasks[number] = asyncio.get_running_loop().create_task(self._run(number, coro))

    async def _run(self, number, coro):
        try:
            await coro
        except Exception as error:
            self.errors.append(error)
        finally:
            del self._tasks[number]

    async def close(self):
        while self._tasks:
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)
