"""Waits for all runs in close, asks each for its error, and raises the first one.

verdict: failed
diagnosis: b raised an error, and nobody heard of it
"""

import asyncio
from functools import partial


class Debouncer:
    def __init__(self, func, wait):
        self._func = func
        self._wait = wait
        self._call = self._timer = None
        self._running = set()
        self._flushed = set()

    def __call__(self, *args, **kwargs):
        self._drop()
        self._call = partial(self._func, *args, **kwargs)
        self._timer = asyncio.get_running_loop().call_later(self._wait, self._begin)

    async def flush(self):
        if self._call is not None:
            run = self._begin()
            self._flushed.add(run)
            run.add_done_callback(self._flushed.discard)
            await run

    async def close(self):
        self._drop()
        running = list(self._running - self._flushed)
        if self._running:
            await asyncio.wait(self._running)
        errors = [run.exception() for run in running if run.exception() is not None]
        if errors:
            raise errors[0]

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
