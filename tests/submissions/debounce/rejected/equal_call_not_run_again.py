"""Does not run func once more for the arguments that it had the last time.

verdict: failed
diagnosis: a was called at 0, 0.6 and 3, always with the same arguments, and ran at [1.6]
"""

import asyncio
from functools import partial


class Debouncer:
    def __init__(self, func, wait):
        self._func = func
        self._wait = wait
        self._call = self._timer = self._latest = None
        self._running = set()

    def __call__(self, *args, **kwargs):
        self._drop()
        if self._latest == (args, kwargs):
            return
        self._call = partial(self._func, *args, **kwargs)
        self._timer = asyncio.get_running_loop().call_later(self._wait, self._begin)

    async def flush(self):
        if self._call is not None:
            await self._begin()

    async def close(self):
        self._drop()
        if self._running:
            await asyncio.wait(self._running)

    def _drop(self):
        if self._timer is not None:
            self._timer.cancel()
        self._call = None

    def _begin(self):
        call = self._call
        self._latest = call.args, call.keywords
        self._drop()
        run = asyncio.create_task(call())
        self._running.add(run)
        run.add_done_callback(self._running.discard)
        return run
