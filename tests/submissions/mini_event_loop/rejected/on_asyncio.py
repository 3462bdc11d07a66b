"""Lets asyncio do the work.

verdict: error
diagnosis: asyncio.run() cannot be called from a running event loop
from Python 3.14: There is no current event loop in thread 'MainThread'
"""

import asyncio
import time
import types


@types.coroutine
def sleep(seconds):
    yield ("sleep", seconds)


@types.coroutine
def join(task):
    return (yield ("join", task))


class Loop:
    start = None

    @property
    def now(self):
        return time.monotonic() - self.start

    def create_task(self, coro):
        return asyncio.ensure_future(self.drive(coro))

    def run(self, coro):
        self.start = time.monotonic()
        return asyncio.run(self.drive(coro))

    async def drive(self, coro):
        method, value = coro.send, None
        while True:
            try:
                word, what = method(value)
            except StopIteration as stop:
                return stop.value
            method, value = coro.send, None
            try:
                value = await (asyncio.sleep(what) if word == "sleep" else what)
            except Exception as error:
                method, value = coro.throw, error
