"""A future for those who wait, and a task that loads and fills it."""

import asyncio


class SingleFlight:
    def __init__(self):
        self.futures = {}
        self.tasks = set()

    async def get(self, key, load):
        future = self.futures.get(key)
        if future is None:
            future = self.futures[key] = asyncio.get_running_loop().create_future()
            task = asyncio.create_task(self._own(key, load, future))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)
        await asyncio.wait([future])
        return future.result()

    async def _own(self, key, load, future):
        try:
            future.set_result(await load(key))
        except BaseException as error:
            del self.futures[key]
            future.set_exception(error)
            future.exception()
