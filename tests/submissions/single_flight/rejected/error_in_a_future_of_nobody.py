"""Tells a future of the error, and nobody may be waiting for it.

verdict: leaked
diagnosis: an error was put into a future that nobody awaits
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.futures = {}

    async def get(self, key, load):
        if key in self.futures:
            return await asyncio.shield(self.futures[key])
        future = self.futures[key] = asyncio.get_running_loop().create_future()
        task = asyncio.ensure_future(load(key))
        task.add_done_callback(lambda task: self.over(key, future, task))
        return await asyncio.shield(task)

    def over(self, key, future, task):
        if task.exception():
            del self.futures[key]
            future.set_exception(task.exception())
        else:
            future.set_result(task.result())
