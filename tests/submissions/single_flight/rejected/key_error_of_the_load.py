"""Looks for the load and waits for it in one `try`, and takes the KeyError of a load for a key that is not there.

verdict: failed
diagnosis: 2 loads of tea began at 1, when the one before was over: each of those who had waited for it began one
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self._loads = {}

    async def get(self, key, load):
        try:
            return await asyncio.shield(self._loads[key])
        except KeyError:
            task = asyncio.create_task(load(key))
        self._loads[key] = task
        task.add_done_callback(lambda task: self._forget_failure(key, task))
        return await asyncio.shield(task)

    def _forget_failure(self, key, task):
        if (task.cancelled() or task.exception()) and self._loads[key] is task:
            del self._loads[key]
