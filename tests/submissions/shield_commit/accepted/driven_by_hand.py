"""Drives commit in the caller's own task, and shields each future that it waits for."""

import asyncio


class Undisturbed:
    def __init__(self, coroutine):
        self.coroutine = coroutine
        self.requests = []

    def __await__(self):
        error = value = None
        while True:
            try:
                step = self.coroutine.send(None)
            except StopIteration as stop:
                return stop.value
            if step is None:
                try:
                    yield
                except asyncio.CancelledError as e:
                    self.requests.append(e)
                continue
            step._asyncio_future_blocking = False
            while not step.done():
                try:
                    yield from asyncio.shield(step).__await__()
                except asyncio.CancelledError as e:
                    self.requests.append(e)
                except BaseException:
                    pass


async def commit_safely(commit):
    me = asyncio.current_task()
    before = me.cancelling()
    it = Undisturbed(commit())
    value = await it
    if it.requests:
        raise it.requests[0]
    if me.cancelling() > before:
        raise asyncio.CancelledError
    return value
