"""Ignores a call that is equal to the pending one: it takes its place anyway.

verdict: failed
diagnosis: func ran at 1: a call with the same arguments as the pending one begins the quiet period anew, too
"""

import asyncio
from functools import partial


class Debouncer:
    def __init__(self, func, wait):
        self._func = func
        self._wait = wait
        self._call = self._timer = None
        self._running = set()

    def __call__(self, *args, **kwargs):
        if self._call is not None and (self._call.args, self._call.keywords) == (args, kwargs):
            return
        self._drop()
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
        self._drop()
        run = asyncio.create_task(call())
        self._running.add(run)
        run.add_done_callback(self._running.discard)
        return run
